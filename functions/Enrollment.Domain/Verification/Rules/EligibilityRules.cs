using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>The table from rule to predicate.</summary>
public static class EligibilityRules
{
    /// <summary>Judges one rule: by the registers, and then by what a person decided on them.</summary>
    public static RuleFinding Judge(PolicyRule rule, Evidence evidence) => PersonFindings.Of(rule, JudgeByRegisters(rule, evidence), evidence);

    private static RuleFinding JudgeByRegisters(PolicyRule rule, Evidence evidence) => rule.Id switch
    {
        RuleId.RI => RIIdentityConfirmed.Judge(evidence),
        RuleId.RG => RGGuardianConfirmed.Judge(evidence),
        RuleId.R1 => R1Age.Judge(evidence, (AgeParameters)rule.Parameters),
        RuleId.R2 => R2FamilyRegister.Judge(evidence, (FamilyRegisterParameters)rule.Parameters),
        RuleId.RD => RDRegisteredInDistrict.Judge(evidence),
        RuleId.RS => RSRegisteredInSisterDistrict.Judge(evidence, (SisterDistrictParameters)rule.Parameters),
        RuleId.R3 => R3SettledBeforeCutOff.Judge(evidence, (CutOffParameters)rule.Parameters),
        RuleId.R4 => R4OneAddress.Judge(evidence),
        RuleId.R5 => R5Share.Judge(evidence, (ShareParameters)rule.Parameters),
        RuleId.R7 => R7TwoPapers.Judge(evidence, (PermitParameters)rule.Parameters),
        RuleId.R7T => R7TTenancy.Judge(evidence, (TenancyParameters)rule.Parameters),
        RuleId.R8 => R8Insurance.Judge(evidence, (InsuranceParameters)rule.Parameters),
        RuleId.R6 => R6PlaceLock.Judge(evidence, (PlaceLockParameters)rule.Parameters),
        RuleId.R9 => R9OneApplication.Judge(evidence),
        RuleId.R10 => R10ServiceArea.Judge(evidence),
        RuleId.R11 => R11Statement.Judge(evidence),
        RuleId.R12 => R12Siblings.Judge(evidence),
        RuleId.RK => RKCollectiveHousehold.Judge(evidence),
        RuleId.RH => RHPaperOfHongKongMacaoTaiwan.Judge(evidence),
        RuleId.RB => RBRegisteredSinceBirth.Judge(evidence, (SinceBirthParameters)rule.Parameters),
        RuleId.RL => R7TTenancy.Judge(evidence, (TenancyParameters)rule.Parameters, RuleId.RL),
        RuleId.RF => RFDisabilityCard.Judge(evidence, (DisabilityCardParameters)rule.Parameters),
    };

    /// <summary>Judges every rule of the policy.</summary>
    public static IReadOnlyDictionary<RuleId, RuleFinding> JudgeAll(Policy policy, Evidence evidence) =>
        policy.Rules.ToDictionary(rule => rule.Id, rule => Judge(rule, evidence));
}
