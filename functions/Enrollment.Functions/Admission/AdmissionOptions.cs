using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Admission;

/// <summary>Settings <c>Admission__*</c>: where the district's schools and service areas are.</summary>
internal sealed class AdmissionOptions : IValidatableObject
{
    public const string Section = "Admission";

    /// <summary>The folder with a folder for each intake year, in it `schools.csv`, `zones.csv` and `distances.csv`. A file that cannot be read stops the start.</summary>
    [Required, Setting(DefaultText = "`admission` beside the dll")]
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "admission");

    /// <summary>The district whose streets the lists name.</summary>
    [Required]
    public string District { get; init; } = "鲤城区";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        SupplyFolder.FaultsIn(Folder, District).Select(fault => new ValidationResult(fault, [nameof(Folder)]));
}
