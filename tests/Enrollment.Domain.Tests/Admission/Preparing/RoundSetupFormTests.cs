using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Admission.Preparing;

public sealed class RoundSetupFormTests
{
    private static readonly StageForm Stage = new("area", StageKind.AreaSchool, ["C1", "C3"], StageEntries.All, StageScope.Public, StageRule.Lot);

    private static readonly RoundSetupForm Form = new("main", 2026, BundleMode.PreDraw,
        [new("C1", [CategoryCode.ConsistentResident], [[new("own", RuleId.R5), new("rest", null)]]), new("C3", null), new("rest", null)], "rest", [Stage], AnswerWithinWorkingDays: 3);

    [Fact]
    public void Read_Whole_IsTheOrder()
    {
        var (setup, faults) = Form.Read(year => year == 2026);

        Assert.Empty(faults);
        Assert.Equal(["C1", "C3"], setup!.Stages.Single().Groups);
        Assert.Equal([RuleId.R5], setup.RulesAsked());
    }

    public static TheoryData<string, RoundSetupForm> Faulty => new()
    {
        { "DuplicateField $.stages[0].groups", Form with { Stages = [Stage with { Groups = ["C1", "C3", "C1"] }] } },
        { "UnknownValue $.stages[0].groups", Form with { Stages = [Stage with { Groups = ["C9"] }] } },
        { "UnknownValue $.stages[0].groups", Form with { Stages = [Stage with { Groups = [] }] } },
        { "UnknownValue $.stages[0].code", Form with { Stages = [Stage with { Code = "-" }] } },
        { "Required $.stages[0]", Form with { Stages = [Stage with { Rule = null }] } },
        { "DuplicateField $.stages", Form with { Stages = [Stage, Stage with { Kind = StageKind.Coordinated }] } },
        { "UnknownValue $.groups", Form with { Groups = [new("C1", null), new("C1", null), new("C3", null), new("rest", null)] } },
        { "DuplicateField $.groups", Form with { Groups = [new("C1", [CategoryCode.MigrantChild]), new("C3", [CategoryCode.MigrantChild]), new("rest", null)] } },
        { "UnknownValue $.groups[0].subOrders", WithLevels(new LevelForm("own", RuleId.R5)) },
        { "UnknownValue $.groups[0].subOrders", WithLevels(new LevelForm("rest", null), new LevelForm("rest", null)) },
        { "UnknownValue $.groups[0].subOrders", WithLevels(new LevelForm("same", RuleId.R5), new LevelForm("same", null)) },
        { "UnknownValue $.groups[0].subOrders", WithLevels() },
        { "UnknownValue $.stages[0].groups", Form with { CoordinationGroup = "C3" } },
        { "UnknownValue $.stages[0].groups", Form with { LockedGroup = "C3" } },
        { "UnknownValue $.lockedGroup", Form with { LockedGroup = "C9" } },
        { "UnknownValue $.coordinationGroup", Form with { CoordinationGroup = "C9" } },
        { "IntakeYearNotOpen $.year", Form with { Year = 2027 } },
        { "UnknownValue $.answerWithinWorkingDays", Form with { AnswerWithinWorkingDays = 0 } },
        { "Required $.stages", Form with { Stages = [] } },
    };

    private static RoundSetupForm WithLevels(params LevelForm[] levels) =>
        Form with { Groups = [new("C1", null, [levels]), new("C3", null), new("rest", null)] };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Read_WithAFault_NamesIt(string fault, RoundSetupForm form)
    {
        var (setup, faults) = form.Read(year => year == 2026);

        Assert.Null(setup);
        Assert.Equal([fault], faults.Select(one => $"{one.Code} {one.Path}"));
    }
}
