using Enrollment.Domain.Admission;

namespace Enrollment.Domain.Applications;

/// <summary>What admission needs of an application and no register says.</summary>
/// <param name="Choices">Schools the family ranked, best first, by their codes; empty where none were asked for.</param>
/// <param name="Area">Where the home lies, decided by a person where lists and address leave it open (R10); null where the lists decide.</param>
public sealed record AdmissionFile(IReadOnlyList<string> Choices, AreaDecision? Area)
{
    /// <summary>Nothing stated, nothing decided.</summary>
    public static AdmissionFile Empty { get; } = new([], Area: null);

    /// <summary>The choices as codes.</summary>
    public IEnumerable<SchoolCode> Schools => Choices.Select(SchoolCode.Parse);
}

/// <summary>A person said where a home lies.</summary>
/// <param name="Zone">The single-school zone; null when it lies in none.</param>
/// <param name="ChoiceZone">The multi-school zone; null when it lies in none.</param>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="At">When.</param>
public sealed record AreaDecision(string? Zone, string? ChoiceZone, string By, DateTimeOffset At);
