using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Verification;

/// <summary>Settings <c>Policies__*</c>: where the published policies are.</summary>
internal sealed class PolicyOptions : IValidatableObject
{
    public const string Section = "Policies";

    /// <summary>The folder of the policy files. A bad file stops the start too.</summary>
    [Required, Setting(DefaultText = "`policies` beside the dll")]
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "policies");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Verification.Policies.FaultsIn(Folder).Select(fault => new ValidationResult(fault, [nameof(Folder)]));
}
