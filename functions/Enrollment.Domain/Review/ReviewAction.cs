using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>What a member of staff does with a case. Closed.</summary>
public abstract record ReviewAction
{
    private ReviewAction()
    {
    }

    /// <summary>Takes the case, or keeps it longer.</summary>
    /// <param name="For">How long nobody else may take it.</param>
    public sealed record Claim(TimeSpan For) : ReviewAction;

    /// <summary>Gives the case back.</summary>
    public sealed record Release : ReviewAction;

    /// <summary>Confirms, rejects or waives a department's check as far as some rules rest on it.</summary>
    public sealed record DecideCheck(Department Department, CheckVerdict Verdict, IReadOnlyList<RuleId> Rules, Grounds Grounds) : ReviewAction;

    /// <summary>Establishes the claimed category, or one that serves it.</summary>
    public sealed record Establish(CategoryCode Category, Grounds Grounds) : ReviewAction;

    /// <summary>Proposes to refuse the claimed category.</summary>
    /// <param name="Rule">The rule cited.</param>
    /// <param name="Instead">The lesser category; null for coordinated placement.</param>
    /// <param name="Grounds">Why.</param>
    public sealed record ProposeRefusal(RuleId Rule, CategoryCode? Instead, Grounds Grounds) : ReviewAction;

    /// <summary>Agrees, as the second person, to a refusal.</summary>
    public sealed record ConfirmRefusal(string? Note) : ReviewAction;

    /// <summary>Does not agree, as the second person, to a refusal: the case stays open.</summary>
    public sealed record RejectRefusal(string? Note) : ReviewAction;

    /// <summary>Asks the parent to correct or to add papers, all at once (材料补正).</summary>
    /// <param name="Defects">What is asked for; null for all that papers may cure, by the policy.</param>
    /// <param name="Message">What the parent reads beside it.</param>
    public sealed record AskForPapers(IReadOnlyList<OpenPoint>? Defects, string? Message) : ReviewAction
    {
        /// <summary>No text of a person in a log.</summary>
        public override string ToString() => nameof(AskForPapers);
    }

    /// <summary>Hands the case to another authority of this service.</summary>
    public sealed record HandOver(Authority To, Grounds Grounds) : ReviewAction;

    /// <summary>Hands the case to an authority outside this service.</summary>
    /// <param name="To">Which, as people call it.</param>
    /// <param name="Grounds">Why.</param>
    public sealed record TransferOut(string To, Grounds Grounds) : ReviewAction;

    /// <summary>Approves the deferral the parent applied for (C13).</summary>
    public sealed record Defer(Grounds Grounds) : ReviewAction;

    /// <summary>Proposes to void the application for false papers (R11).</summary>
    public sealed record ProposeVoid(Grounds Grounds) : ReviewAction;

    /// <summary>Agrees, as the second person, that it is void.</summary>
    public sealed record ConfirmVoid(string? Note) : ReviewAction;

    /// <summary>Does not agree, as the second person, that it is void.</summary>
    public sealed record RejectVoid(string? Note) : ReviewAction;

    /// <summary>Answers an objection: the decision stands.</summary>
    public sealed record UpholdDecision(Grounds Grounds) : ReviewAction;

    /// <summary>Answers an objection: the outcome changes, in the child's favor.</summary>
    public sealed record ChangeDecision(CategoryCode Category, Grounds Grounds) : ReviewAction;

    /// <summary>The reason given, with what it must be a reason for; null where none is asked.</summary>
    internal (Grounds Grounds, ReasonUse Use)? Given => this switch
    {
        DecideCheck check => (check.Grounds, check.Verdict switch
        {
            CheckVerdict.Confirmed => ReasonUse.ConfirmCheck,
            CheckVerdict.Rejected => ReasonUse.RejectCheck,
            CheckVerdict.Waived => ReasonUse.WaiveCheck,
            _ => throw new InvalidOperationException($"{check.Verdict} is no verdict."),
        }),
        Establish establish => (establish.Grounds, ReasonUse.Establish),
        ProposeRefusal refusal => (refusal.Grounds, ReasonUse.Refuse),
        HandOver handOver => (handOver.Grounds, ReasonUse.Transfer),
        TransferOut transfer => (transfer.Grounds, ReasonUse.Transfer),
        Defer defer => (defer.Grounds, ReasonUse.Defer),
        ProposeVoid voiding => (voiding.Grounds, ReasonUse.Void),
        UpholdDecision uphold => (uphold.Grounds, ReasonUse.Uphold),
        ChangeDecision change => (change.Grounds, ReasonUse.Change),
        Claim or Release or AskForPapers or ConfirmRefusal or RejectRefusal or ConfirmVoid or RejectVoid => null,
        _ => throw new InvalidOperationException("ReviewAction is closed."),
    };
}
