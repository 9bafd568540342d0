namespace Enrollment.DevCluster.Seeds;

/// <summary>Who the people of a story are; settled before anything else, because every record hangs on their numbers.</summary>
internal sealed record Circumstances
{
    public FamilyShape Shape { get; init; } = FamilyShape.Parents;

    public Naming Naming { get; init; } = Naming.Usual;

    /// <summary>810000, 820000 or 830000 for a child with the residence permit of Hong Kong, Macao or Taiwan.</summary>
    public IReadOnlyList<string> ChildPermitAreas { get; init; } = [];

    /// <summary>Children who apply in this year, each with an application of its own.</summary>
    public int Children { get; init; } = 1;

    /// <summary>Birth dates the story turns on; empty: one day of the regular year for all children.</summary>
    public IReadOnlyList<DateOnly> Births { get; init; } = [];
}

/// <summary>Who stands by the child.</summary>
internal enum FamilyShape
{
    Parents,
    SingleMother,
    Widow,
    DivorcedMother,
    DivorcedBothOnForm,
    AppointedGuardian,
    UncleWithoutAppointment,
}

/// <summary>How the family is called.</summary>
internal enum Naming
{
    Usual,
    Middot,
    Rare,
}
