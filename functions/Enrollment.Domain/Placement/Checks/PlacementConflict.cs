namespace Enrollment.Domain.Placement.Checks;

/// <summary>Rules of a list that cannot hold together: take any of them away and the rest can. Closed.</summary>
/// <param name="Rules">The smallest set, with the pupils each is about.</param>
public abstract record PlacementConflict(IReadOnlyList<ConflictRule> Rules)
{
    /// <summary>What texts and pages know it by.</summary>
    public ConflictCode Code => Enum.Parse<ConflictCode>(GetType().Name);

    /// <summary>Everybody the rules are about, each once, in list order.</summary>
    public IReadOnlyList<RowCode> Rows { get; } = [.. Rules.SelectMany(rule => rule.Rows).Distinct().Order()];

    /// <summary>There are not so many seats.</summary>
    public sealed record TooManyPupils(int Pupils, int Seats) : PlacementConflict([new ConflictRule.Capacity(Class: null, Seats)]);

    /// <summary>So many pupils with special needs do not fit under the cap.</summary>
    public sealed record SpecialNeedsCapTooLow(IReadOnlyList<ConflictRule> Rules, int Pupils, int Cap, int Classes) : PlacementConflict(Rules);

    /// <summary>Spread evenly, special needs would need more seats than a class has.</summary>
    public sealed record SpecialNeedsUnspreadable(IReadOnlyList<ConflictRule> Rules) : PlacementConflict(Rules);

    /// <summary>A class with so many pupils with special needs would shrink to fewer than these.</summary>
    /// <param name="Relief">For each of them.</param>
    /// <param name="Places">How many of them it takes.</param>
    /// <param name="Size">What is left of it; negative when it would shrink below nothing.</param>
    public sealed record ReliefTooLarge(int Relief, int Places, int Size)
        : PlacementConflict([new ConflictRule.Relief(Relief), new ConflictRule.SpecialNeeds()]);

    /// <summary>With relief every class must hold the largest size.</summary>
    public sealed record ClassTooSmallForRelief(int Class, int Seats, int Needed, int Relief)
        : PlacementConflict([new ConflictRule.Capacity(Class, Seats), new ConflictRule.Relief(Relief)]);

    /// <summary>A list with fixed classes needs room for the largest size in every class; this one is smaller.</summary>
    public sealed record PinNeedsEvenRoom(IReadOnlyList<ConflictRule> Rules, int Class, int Seats, int Needed) : PlacementConflict(Rules);

    /// <summary>Fixed to a class there is not.</summary>
    public sealed record PinToNoClass(IReadOnlyList<ConflictRule> Rules, int Class, int Classes) : PlacementConflict(Rules);

    /// <summary>Fixed to two classes, directly or through who must be together; the shortest such chain.</summary>
    public sealed record PinsContradict(IReadOnlyList<ConflictRule> Rules) : PlacementConflict(Rules);

    /// <summary>Together and apart at once, directly or through others; the shortest such chain.</summary>
    public sealed record TogetherAndApart(IReadOnlyList<ConflictRule> Rules) : PlacementConflict(Rules);

    /// <summary>A bundle no class can take.</summary>
    public sealed record BundleTooLarge(IReadOnlyList<ConflictRule> Rules, Demand Demand) : PlacementConflict(Rules);

    /// <summary>More fixed to one class than it can take.</summary>
    public sealed record ClassOverPinned(IReadOnlyList<ConflictRule> Rules, Demand Demand) : PlacementConflict(Rules);

    /// <summary>Bundles and fixed classes together join more than a class can take.</summary>
    public sealed record BlockTooLarge(IReadOnlyList<ConflictRule> Rules, Demand Demand) : PlacementConflict(Rules);

    /// <summary>More must be apart than there are classes for them.</summary>
    public sealed record ApartSetTooLarge(IReadOnlyList<ConflictRule> Rules, int Pupils, int Classes) : PlacementConflict(Rules);

    /// <summary>The draw might seat pupils so that these teams are barred from the same classes, and fewer classes are left than they are teams.</summary>
    public sealed record TeamsBarred(IReadOnlyList<ConflictRule> Rules, int Teams, int Classes) : PlacementConflict(Rules);

    /// <summary>Found by trying everything: each rule can be kept with the others but for one, all cannot.</summary>
    /// <param name="Rules">The rules.</param>
    /// <param name="IsSmallest">False when the work allowed ended before it was sure that each is needed.</param>
    public sealed record Unsatisfiable(IReadOnlyList<ConflictRule> Rules, bool IsSmallest) : PlacementConflict(Rules);

    /// <summary>There are placements, but so few that a draw might end without one after it has been seen.</summary>
    public sealed record LotUnlikely() : PlacementConflict([]);

    /// <summary>The work allowed ended without an answer: a person must look.</summary>
    public sealed record Undecided() : PlacementConflict([]);
}

/// <summary>What pupils who must share a class need of it.</summary>
public sealed record Demand(int Pupils, int Boys, int Girls, int SpecialNeeds);

/// <summary>Kinds of conflict. Added to, never renamed.</summary>
public enum ConflictCode
{
    /// <summary>More pupils than seats.</summary>
    TooManyPupils,
    /// <summary>The cap allows fewer than there are.</summary>
    SpecialNeedsCapTooLow,
    /// <summary>Special needs cannot be spread evenly.</summary>
    SpecialNeedsUnspreadable,
    /// <summary>Relief eats a class up.</summary>
    ReliefTooLarge,
    /// <summary>A class cannot hold the largest size that relief makes.</summary>
    ClassTooSmallForRelief,
    /// <summary>Fixed classes and classes of unequal room.</summary>
    PinNeedsEvenRoom,
    /// <summary>Fixed to a class there is not.</summary>
    PinToNoClass,
    /// <summary>Fixed to two classes.</summary>
    PinsContradict,
    /// <summary>Together and apart at once.</summary>
    TogetherAndApart,
    /// <summary>A bundle no class can take.</summary>
    BundleTooLarge,
    /// <summary>More fixed to a class than it takes.</summary>
    ClassOverPinned,
    /// <summary>Bundles joined by fixed classes are more than a class takes.</summary>
    BlockTooLarge,
    /// <summary>An apart set larger than there are classes.</summary>
    ApartSetTooLarge,
    /// <summary>Teams might find no class.</summary>
    TeamsBarred,
    /// <summary>Any other set of rules that cannot hold together.</summary>
    Unsatisfiable,
    /// <summary>Hardly any placement.</summary>
    LotUnlikely,
    /// <summary>Not known.</summary>
    Undecided,
}
