using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification;

/// <summary>First come is not first served: when in its window an application arrives, and after which others, decides nothing.</summary>
public sealed class ArrivalOrderTests
{
    private static readonly DateTimeOffset Opens = BureauDay.StartOf(Date("2026-07-01"));

    private static readonly Facts[] Families = [Consistent(), Resident(), Consistent().With(Household("2026-03-01")),
        Consistent().With(HomeOf(owners: [Owner(Father, 1, 2), Owner(Stranger, 1, 2)])), Consistent().With<PersonItem>()];

    // Every moment of the residents' window, to the second.
    private static readonly Gen<DateTimeOffset> AnyMoment = Gen.Int[0, (4 * 86400) - 1].Select(seconds => Opens.AddSeconds(seconds));

    [Fact]
    public void Arrivals_ShuffledInTheWindow_EndTheSame() =>
        Gen.Select(Gen.OneOf(Families).Array[2, 8], AnyMoment.Array[8], AnyMoment.Array[8]).SelectMany(drawn =>
                Gen.Select(Gen.Const(drawn), Gen.Shuffle(Enumerable.Range(0, drawn.Item1.Length).ToArray())))
            .Sample((drawn, order) =>
            {
                var (families, moments, others) = drawn;
                var inOrder = Arrive(families, moments, [.. Enumerable.Range(0, families.Length)]);
                var shuffled = Arrive(families, others, order);

                Assert.Equal(inOrder, shuffled);
            }, iter: 2_000);

    [Theory]
    [InlineData("2026-07-01T00:00:00+08:00")]
    [InlineData("2026-07-04T23:59:59+08:00")]
    public void Arrivals_AtTheEndsOfTheWindow_AreInIt(string at) => Assert.Equal(WindowState.Open,
        TestData.Policy.Calendar.StateOn(CategoryCode.ConsistentResident, BureauDay.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))));

    // Answers come in the order of arrival, hours after it; what is left of each application is what a parent is told.
    private static List<string> Arrive(Facts[] families, DateTimeOffset[] moments, int[] order)
    {
        var ends = new string[families.Length];
        foreach (var (turn, place) in order.Index())
        {
            var (facts, at) = (families[place], moments.Order().ElementAt(turn));
            Assert.Equal(WindowState.Open, TestData.Policy.Calendar.StateOn(CategoryCode.ConsistentResident, BureauDay.Of(at)));
            var application = StartVerification.Decide(Application.Submit(Cases.Id, facts.Form, facts.Policy.Id, at), facts.Policy, Cases.Schedule, at)!.After;
            foreach (var department in application.Checks.Select(check => check.Department).ToList())
                application = application.Taken(department, facts.Answer(department), at.AddHours(1 + turn));
            ends[place] = $"{application.Status} {application.Established} {application.Proposed} {string.Join('|', application.Findings.Select(finding => finding.Line()))}";
        }
        return [.. ends];
    }
}
