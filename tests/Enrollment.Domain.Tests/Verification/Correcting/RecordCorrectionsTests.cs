using CsCheck;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Correcting;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Verification.Correcting;

public sealed class RecordCorrectionsTests
{
    // What an office cannot change (a birth date, a law), what says that nobody has spoken, and what speaks for the child.
    private static readonly HashSet<FindingReason> NothingToCorrect =
    [
        FindingReason.NotAsked, FindingReason.NotAnswered, FindingReason.SourceUnavailable, FindingReason.AnswerExpired, FindingReason.LeftToAPerson,
        FindingReason.TooYoung, FindingReason.BirthDateNotInNumber, FindingReason.MainlandPaper,
    ];

    [Fact]
    public void Of_EveryReasonAgainstAClaimedRule_NamesAnOffice_OrIsNothingToCorrect()
    {
        foreach (var reason in Enum.GetValues<FindingReason>().Except(NothingToCorrect))
        {
            var against = RecordCorrections.Of(TestData.Policy, CategoryCode.ConsistentResident, [Finding(RuleId.R2, RuleResult.NotSatisfied, reason)]);

            Assert.True(against.Count == 1 || SpeaksForTheChildOrElsewhere(reason), $"{reason} names no office");
        }
        Assert.All(NothingToCorrect, reason => Assert.Empty(RecordCorrections.Of(TestData.Policy, CategoryCode.ConsistentResident, [Finding(RuleId.R2, RuleResult.Unknown, reason)])));
    }

    [Fact]
    public void Of_EverythingInOrder_IsEmpty() => Assert.Empty(Corrections(TestData.Consistent()));

    [Fact]
    public void Of_NoHomeInTheRegister_SendsToTheRegistryOnce()
    {
        var corrections = Corrections(TestData.Consistent().With<HomeItem>());

        Assert.Equal([(RecordOffice.RealEstateRegistry, RecordKind.Home)], corrections.Select(correction => (correction.Office, correction.Record)));
    }

    [Fact]
    public void Of_RuleTheClaimDoesNotNeed_IsNotListed() =>
        Assert.Empty(RecordCorrections.Of(TestData.Policy, CategoryCode.MigrantChild, [Finding(RuleId.R4, RuleResult.NotSatisfied, FindingReason.NoHomeAtRegisteredAddress)]));

    [Fact]
    public void Of_AnyFindings_ListsEachCorrectionOnce_InTheOrderOfTheRules() =>
        Gen.Select(Gen.Enum<RuleId>(), Gen.Enum<RuleResult>(), Gen.Enum<FindingReason>(), Gen.Enum<Department>(),
            (rule, result, reason, source) => new RuleFinding(rule, result, reason, [], source, DataAsOf: null)).List[0, 12].Sample(findings =>
        {
            var corrections = RecordCorrections.Of(TestData.Policy, CategoryCode.ConsistentResident, findings);
            var rules = TestData.Policy.Category(CategoryCode.ConsistentResident).Requires;

            Assert.Equal(corrections, corrections.OrderBy(correction => rules.ToList().IndexOf(correction.Rule)));
            Assert.Equal(corrections.Count, corrections.Select(correction => (correction.Office, correction.Record, correction.Reason)).Distinct().Count());
            Assert.All(corrections, correction => Assert.NotEqual(RuleResult.Satisfied, findings.First(finding => finding.Rule == correction.Rule).Result));
        }, iter: 5_000);

    private static bool SpeaksForTheChildOrElsewhere(FindingReason reason) => reason is
        FindingReason.IdentityConfirmed or FindingReason.GuardianshipRecorded or FindingReason.ParentInHousehold or FindingReason.OldEnough
        or FindingReason.RegisteredWithFamily or FindingReason.RegisteredInDistrict or FindingReason.RegisteredInSisterDistrict or FindingReason.SettledInTime
        or FindingReason.AddressesAgree or FindingReason.ShareNotAskedFor or FindingReason.ShareSuffices or FindingReason.PermitAndWorkProof
        or FindingReason.TenancyLongEnough or FindingReason.InsuredLongEnough or FindingReason.InCollectiveHousehold or FindingReason.PaperOfHongKongMacaoTaiwan
        or FindingReason.RegisteredSinceBirth or FindingReason.DisabilityCardValid or FindingReason.DisabilityCardExpired
        or FindingReason.ConfirmedByPerson or FindingReason.WaivedByPerson or FindingReason.RejectedByPerson or (>= FindingReason.PlaceLockNotAskedFor and <= FindingReason.SiblingOrCousin);

    private static RuleFinding Finding(RuleId rule, RuleResult result, FindingReason reason) => new(rule, result, reason, [], Department.Police, DataAsOf: null);

    private static IReadOnlyList<RecordCorrection> Corrections(Facts facts) =>
        RecordCorrections.Of(facts.Policy, facts.Form.Category, Decision.Of(facts.Policy, facts.Form, facts.Checks(), ServiceFacts.None).Findings);
}
