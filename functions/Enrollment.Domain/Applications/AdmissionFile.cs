using Enrollment.Domain.Admission;

namespace Enrollment.Domain.Applications;

/// <summary>What admission needs of an application and no register says.</summary>
/// <param name="Choices">Schools the family ranked, best first, by their codes; empty where none were asked for.</param>
/// <param name="Area">Where the home lies, decided by a person where lists and address leave it open (R10); null where the lists decide.</param>
public sealed record AdmissionFile(IReadOnlyList<string> Choices, AreaDecision? Area)
{
    /// <summary>Nothing stated, nothing decided.</summary>
    public static AdmissionFile Empty { get; } = new([], Area: null);

    /// <summary>The dates of settlement a person read from the family's papers; null where the register states them, or nobody has needed them.</summary>
    public SettlementDecision? Settlement { get; init; }

    /// <summary>The choices as codes.</summary>
    public IEnumerable<SchoolCode> Schools => Choices.Select(SchoolCode.Parse);
}

/// <summary>A person said where a home lies.</summary>
/// <param name="Zone">The single-school zone; null when it lies in none.</param>
/// <param name="ChoiceZone">The multi-school zone; null when it lies in none.</param>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="At">When.</param>
public sealed record AreaDecision(string? Zone, string? ChoiceZone, string By, DateTimeOffset At);

/// <summary>A person said since when a child is registered where it lives, because no register did.</summary>
/// <param name="Settled">The child's date.</param>
/// <param name="ParentSettled">The earliest of a parent in the same household; null when no paper states one.</param>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="At">When.</param>
public sealed record SettlementDecision(DateOnly Settled, DateOnly? ParentSettled, string By, DateTimeOffset At);
