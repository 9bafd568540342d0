namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>What a family and the offices do after verification, and so which category it ends in and which rounds it is in: known beforehand, from its story and number.</summary>
/// <param name="IsLate">Applies when the main round's offers are out.</param>
/// <param name="Settling">How its case comes to an end.</param>
/// <param name="Category">The category that ends in; null: none, the child is placed by coordination.</param>
/// <param name="First">What it answers to its offer of the main round.</param>
/// <param name="DeclinesAgain">Whether it declines the place of the refill too.</param>
internal sealed record PlannedWay(bool IsLate, Settling Settling, string? Category, Answer First, bool DeclinesAgain)
{
    private const int LateEvery = 20;
    private const int DeclineEvery = 25;
    private const int SilentEvery = 30;
    private const int DeclineAgainEvery = 2;
    private const int NoPapersEvery = 3;

    public bool IsAdmitted => Settling is not Settling.TooYoung;

    /// <summary>Whether its case waits for the last day of papers that never come, and so misses the main round.</summary>
    public bool IsSlow => Settling is Settling.BringsNoPapers;

    public bool IsInMainRound => IsAdmitted && !IsLate && !IsSlow;

    public bool IsInRefill => IsAdmitted && (!IsInMainRound || First is not Answer.Confirms);

    public bool IsInLastRound => IsInMainRound && First is Answer.Declines && DeclinesAgain;

    public static PlannedWay Of(DemoFamily family)
    {
        var settling = SettlingOf(family);
        var category = settling switch
        {
            Settling.ByItself => family.Truth.Established,
            Settling.OfficeComesBack or Settling.BringsPapers => family.Claimed,
            _ => family.Truth.Proposed,
        };
        var answer = family.Number % DeclineEvery == 4 ? Answer.Declines : family.Number % SilentEvery == 11 ? Answer.IsSilent : Answer.Confirms;
        return new PlannedWay(settling is Settling.ByItself && family.Number % LateEvery == 7, settling, category, answer, family.Number / DeclineEvery % DeclineAgainEvery == 0);
    }

    private static Settling SettlingOf(DemoFamily family) => family.Truth switch
    {
        // Nobody under six is admitted (R1), whatever else is true of them: the parents take the application back.
        _ when family.Story.EndsWith("born-on-1-september", StringComparison.Ordinal) => Settling.TooYoung,
        { Status: "Verified" } => Settling.ByItself,
        { Checks: var checks } when checks.Values.Contains("SourceUnavailable", StringComparer.Ordinal) => Settling.OfficeComesBack,
        { Status: "UnderReview" } => Settling.IsRefused,
        _ => family.Number % NoPapersEvery == 0 ? Settling.BringsNoPapers : Settling.BringsPapers,
    };
}

/// <summary>How a case comes to an end.</summary>
internal enum Settling
{
    /// <summary>The registers proved a category.</summary>
    ByItself,

    /// <summary>The office that was silent answers after all.</summary>
    OfficeComesBack,

    /// <summary>The papers asked for are handed in, and a person finds that they prove the claim.</summary>
    BringsPapers,

    /// <summary>They are not; when the last day has passed, two people refuse the claim.</summary>
    BringsNoPapers,

    /// <summary>No paper would help; two people refuse the claim.</summary>
    IsRefused,

    /// <summary>The parents withdraw: the child is not six.</summary>
    TooYoung,
}

/// <summary>What a family answers to an offer.</summary>
internal enum Answer
{
    Confirms,
    Declines,
    IsSilent,
}
