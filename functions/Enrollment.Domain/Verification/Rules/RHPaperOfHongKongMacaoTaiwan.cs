using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>RH: the child's identity paper is one of Hong Kong, Macao or Taiwan: what C9 rests on [S15][S02][S03].</summary>
public static class RHPaperOfHongKongMacaoTaiwan
{
    /// <summary>Judges the rule by the form; RI lets the register confirm the paper.</summary>
    public static RuleFinding Judge(Evidence evidence) => evidence.Form.Child.Document.Kind is IdentityDocumentKind.CitizenId
        ? new RuleFinding(RuleId.RH, RuleResult.NotSatisfied, FindingReason.MainlandPaper, [], Source: null, DataAsOf: null)
        : new RuleFinding(RuleId.RH, RuleResult.Satisfied, FindingReason.PaperOfHongKongMacaoTaiwan, [], Source: null, DataAsOf: null);
}
