using System.Diagnostics;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>The table from rule to predicate.</summary>
public static class EligibilityRules
{
    /// <summary>Judges one rule: by the registers, and then by what a person decided on them.</summary>
    public static RuleFinding Judge(PolicyRule rule, Evidence evidence) => PersonFindings.Of(rule, JudgeByRegisters(rule, evidence), evidence);

    private static RuleFinding JudgeByRegisters(PolicyRule rule, Evidence evidence) => (rule.Id, rule.Parameters) switch
    {
        (RuleId.RI, _) => RIIdentityConfirmed.Judge(evidence),
        (RuleId.RG, _) => RGGuardianConfirmed.Judge(evidence),
        (RuleId.R1, AgeParameters age) => R1Age.Judge(evidence, age),
        (RuleId.R2, FamilyRegisterParameters family) => R2FamilyRegister.Judge(evidence, family),
        (RuleId.RD, _) => RDRegisteredInDistrict.Judge(evidence),
        (RuleId.RS, SisterDistrictParameters districts) => RSRegisteredInSisterDistrict.Judge(evidence, districts),
        (RuleId.R3, CutOffParameters cutOff) => R3SettledBeforeCutOff.Judge(evidence, cutOff),
        (RuleId.R4, _) => R4OneAddress.Judge(evidence),
        (RuleId.R5, ShareParameters share) => R5Share.Judge(evidence, share),
        (RuleId.R7, PermitParameters permit) => R7TwoPapers.Judge(evidence, permit),
        (RuleId.R7T, TenancyParameters tenancy) => R7TTenancy.Judge(evidence, tenancy),
        (RuleId.R8, InsuranceParameters insurance) => R8Insurance.Judge(evidence, insurance),
        (RuleId.R6, PlaceLockParameters places) => R6PlaceLock.Judge(evidence, places),
        (RuleId.R9, _) => R9OneApplication.Judge(evidence),
        (RuleId.R10, _) => R10ServiceArea.Judge(evidence),
        (RuleId.R11, _) => R11Statement.Judge(evidence),
        (RuleId.R12, _) => R12Siblings.Judge(evidence),
        (RuleId.RK, _) => RKCollectiveHousehold.Judge(evidence),
        (RuleId.RH, _) => RHPaperOfHongKongMacaoTaiwan.Judge(evidence),
        (RuleId.RB, SinceBirthParameters birth) => RBRegisteredSinceBirth.Judge(evidence, birth),
        (RuleId.RL, TenancyParameters tenancy) => R7TTenancy.Judge(evidence, tenancy, RuleId.RL),
        _ => throw new UnreachableException($"{rule.Id} with {rule.Parameters.GetType().Name}."),
    };

    /// <summary>Judges every rule of the policy.</summary>
    public static IReadOnlyDictionary<RuleId, RuleFinding> JudgeAll(Policy policy, Evidence evidence) =>
        policy.Rules.ToDictionary(rule => rule.Id, rule => Judge(rule, evidence));
}
