namespace Enrollment.Domain.Placement.Rosters;

/// <summary>What a bureau decides about a placement besides the roster.</summary>
public sealed record PlacementOptions
{
    /// <summary>No cap on special needs is higher: Guangdong's rule, the only published one (DOMAIN.md 3.3 B4).</summary>
    public const int HighestCap = 3;

    /// <summary>No class shrinks by more for one pupil with special needs.</summary>
    public const int MostRelief = 10;

    /// <summary>A city's placement has no more classes.</summary>
    public const int MostClasses = 2000;

    /// <summary>No class has more seats.</summary>
    public const int MostSeats = 200;

    /// <summary>By lot unless a bureau that allows scores asks otherwise.</summary>
    public PlacementMode Mode { get; init; } = PlacementMode.Lot;

    /// <summary>Most pupils with special needs in a class (DOMAIN.md 3.3 B4: 2, never above 3); null for no cap.</summary>
    public int? SpecialNeedsCap { get; init; } = 2;

    /// <summary>By how many pupils a class shrinks for each pupil with special needs.</summary>
    public int Relief { get; init; }

    /// <summary>Are same and same-sounding names kept apart (B5)?</summary>
    public bool NamesApart { get; init; } = true;

    /// <summary>What is spread over the classes in a lot, besides sex and special needs.</summary>
    public IReadOnlyList<SpreadBy> Spread { get; init; } = [];

    /// <summary>How an optimised placement weighs.</summary>
    public WeightProfile Profile { get; init; } = WeightProfile.MeansFirst;

    /// <summary>How much the search works; null for what the number of pupils asks for.</summary>
    public SearchBudget? Search { get; init; }
}

/// <summary>What a lot may spread.</summary>
public enum SpreadBy
{
    /// <summary>The primary school.</summary>
    PrimarySchool,
    /// <summary>Boarding or not.</summary>
    Boarding,
    /// <summary>Children of migrant workers.</summary>
    Migrant,
}

/// <summary>Named weights; nobody sets numbers of their own (PLACEMENT.md 2).</summary>
public enum WeightProfile
{
    /// <summary>Class means ten times as heavy as spread, and the distribution of the total by bands.</summary>
    MeansFirst,
    /// <summary>Means and spread as in the published comparison of engines.</summary>
    Even,
}

/// <summary>What whoever prepares a placement should know; never a reason to refuse it.</summary>
public enum PlacementWarning
{
    /// <summary>Scores are used. Anhui forbids entry tests for class formation (DOMAIN.md 3.2); ask the bureau.</summary>
    ScoresUsed,
    /// <summary>Pupils have fixed classes: the bureau is alarmed, and the report names each (B6).</summary>
    FixedPlacements,
}
