using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Schools.Demand;

/// <summary>Settings <c>Supply__*</c>: where the district's schools, service areas, births and building projects are.</summary>
internal sealed class SupplyOptions : IValidatableObject
{
    public const string Section = "Supply";

    /// <summary>The folder of schools.csv, zones.csv, distances.csv, births.csv and projects.csv. A file with faults stops the start too.</summary>
    [Required, Setting(DefaultText = "`admission` beside the dll")]
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "admission");

    /// <summary>The district whose streets the lists name.</summary>
    [Required]
    public string District { get; init; } = "鲤城区";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        SupplyFolder.FaultsIn(Folder).Concat(SupplyLists.FaultsIn(Folder)).Select(fault => new ValidationResult(fault, [nameof(Folder)]));
}
