using Enrollment.Domain.Tests.Verification.Histories;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>One thing that happens in a season, and what goes wrong with it. Closed.</summary>
internal abstract record SeasonStep(Mishap Mishap)
{
    /// <summary>One of the messages under way arrives; a department that it asks says a word, and where that is a promise, another one later.</summary>
    internal sealed record Arrive(Mishap Mishap, int Which, Word Word, Word Later) : SeasonStep(Mishap);

    /// <summary>One of them is lost.</summary>
    internal sealed record Lose(int Which) : SeasonStep(Mishap.None);

    /// <summary>So many seconds pass, then the sweep comes by; null: until something is due.</summary>
    internal sealed record Pass(Mishap Mishap, long? Seconds) : SeasonStep(Mishap);

    internal sealed record Ask(Mishap Mishap, ParentDeed Deed) : SeasonStep(Mishap);

    /// <summary>A member of staff acts, mostly after taking the case.</summary>
    internal sealed record Act(Mishap Mishap, int Who, StaffDeed Deed, bool Claims) : SeasonStep(Mishap);

    /// <summary>A round of admission offers a place, or takes its own back.</summary>
    internal sealed record Round(Mishap Mishap, int Number, bool Revokes) : SeasonStep(Mishap);
}

/// <summary>What goes wrong with a step.</summary>
internal enum Mishap
{
    None,
    /// <summary>The process dies with its decision made and not stored.</summary>
    CrashBeforeCommit,
    /// <summary>It dies with the change stored and its messages not sent; the message it worked comes again.</summary>
    CrashAfterCommit,
    /// <summary>The step went through, and the message it worked comes again all the same.</summary>
    Twice,
    /// <summary>It decides on the version before; the store refuses it.</summary>
    Stale,
}

/// <summary>What a parent does.</summary>
internal enum ParentDeed
{
    ResubmitPapers,
    ResubmitCorrected,
    ResubmitAsItIs,
    Withdraw,
    Object,
    Confirm,
    Decline,
}

/// <summary>What a member of staff does.</summary>
internal enum StaffDeed
{
    Claim,
    Release,
    ConfirmPolice,
    RejectPolice,
    ConfirmCivilAffairs,
    WaiveProperty,
    ConfirmSocialSecurity,
    EstablishClaimed,
    EstablishLesser,
    ProposeLesser,
    ProposeCoordination,
    ConfirmRefusal,
    RejectRefusal,
    AskForPapers,
    HandOver,
    TransferOut,
    Defer,
    ProposeVoid,
    ConfirmVoid,
    RejectVoid,
    Uphold,
    ChangeToClaimed,
}
