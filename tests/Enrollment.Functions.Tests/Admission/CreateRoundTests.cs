using System.Text.Json.Nodes;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>An order that no list could be made by is refused when it is handed in, not when the list is.</summary>
public sealed class CreateRoundTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Bureau _bureau = new(fixture.Service.Http, fixture.Service.Hand);

    [Fact]
    public async Task Create_StageThatNamesAGroupTwice_IsRefusedAndNamed()
    {
        var setup = Bureau.Setup();
        setup["stages"]![1]!["groups"] = new JsonArray("C1", "C1");

        var answer = await _bureau.CreateAsync(setup);

        answer.AssertProblem(400, "duplicate-field");
        Assert.Equal(["duplicate-field at $.stages[1].groups"], answer.Faults);
        (await _bureau.GetAsync(Bureau.Path("main-2026"), Bureau.First)).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Create_TwoStagesOfOneCode_IsRefusedAndNamed()
    {
        var setup = Bureau.Setup();
        setup["stages"]![1]!["code"] = "off-plan";

        Assert.Equal(["duplicate-field at $.stages"], (await _bureau.CreateAsync(setup)).Faults);
    }

    [Fact]
    public async Task Create_OneNameByManyAtOnce_IsTheRoundOfWhoWon()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(async days =>
        {
            var setup = Bureau.Setup();
            (setup["round"], setup["answerWithinWorkingDays"]) = ("at-once", days);
            return (Days: days, Answer: await _bureau.CreateAsync(setup));
        }));

        var won = Assert.Single(answers, answer => answer.Answer.Status == 202);
        Assert.All(answers.Where(answer => answer.Days != won.Days), answer => answer.Answer.AssertProblem(409, "round-exists"));
        var round = (await fixture.Service.Get<RoundStore>().FindAsync(new RoundName(2026, "at-once"), CancellationToken.None))!;
        Assert.Equal(won.Days, (await fixture.Service.Get<RoundFiles>().SetupAsync(round, CancellationToken.None)).AnswerWithin.Count);
    }
}
