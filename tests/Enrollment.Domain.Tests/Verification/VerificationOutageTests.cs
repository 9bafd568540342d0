using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification;

/// <summary>A department that never answers holds a case up for a bounded time, and its late answer still helps the child.</summary>
public sealed class VerificationOutageTests
{
    private static readonly VerificationSchedule Schedule = Cases.Schedule;
    private static readonly TimeSpan Failing = Schedule.GiveUpAfter + Schedule.RetryAfter[^1];

    private static readonly Gen<Word[]> Patterns = Gen.OneOf(
        Gen.Const(new[] { Word.Unreachable }),
        Gen.Const(new[] { Word.Promise }),
        Gen.OneOf(Word.Unreachable, Word.Promise).Array[1, 12]);

    private static readonly Gen<(HistoryFamily Family, Department Silent)> Silences =
        Gen.OneOf([.. HistoryFamily.All.SelectMany(family => family.Needed, (family, silent) => (family, silent))]);

    [Fact]
    public void Outage_UnreachableDepartment_GoesToAPersonSoonAfterGivingUp() =>
        AssertInTime([Word.Unreachable], atMost: Failing, ids: 1);

    [Fact]
    public void Outage_SilentDepartment_GoesToAPersonAfterTwoDeadlines() =>
        AssertInTime([Word.Promise], atMost: Schedule.CallbackDeadline * 2, ids: 2);

    [Fact]
    public void Outage_AnyPattern_GoesToAPersonInTimeAndIsEstablishedWithoutOne() =>
        Gen.Select(Silences, Patterns, Gen.Int[0, 10]).Sample((silence, pattern, lag) =>
        {
            var outage = new HistoryOutage(silence.Family, silence.Silent, pattern, TimeSpan.FromSeconds(lag));
            outage.LastUntilGivenUp();

            Assert.Equal(ApplicationStatus.UnderReview, outage.Application.Status);
            var slack = TimeSpan.FromSeconds(lag) * outage.Questions;
            Assert.True(outage.Now - Cases.Start <= (Schedule.CallbackDeadline * 2) + (Failing * 3) + slack, $"held up until {outage.Now:O}");

            outage.Recover();

            Assert.Equal((ApplicationStatus.Verified, null), (outage.Application.Status, outage.Application.NextDue(Schedule)));
            Assert.Single(outage.Events, ApplicationEventKind.ReferredToPerson);
            Assert.Single(outage.Events, ApplicationEventKind.SourceUnavailable);
            Assert.Single(outage.Events, ApplicationEventKind.CategoryEstablished);
        }, iter: 2_000);

    private static void AssertInTime(Word[] pattern, TimeSpan atMost, int ids)
    {
        var outage = new HistoryOutage(HistoryFamily.All[0], Department.Property, pattern, TimeSpan.Zero);

        outage.LastUntilGivenUp();

        Assert.InRange(outage.Now - Cases.Start, Schedule.GiveUpAfter, atMost);
        Assert.Equal((ApplicationStatus.UnderReview, ids), (outage.Application.Status, outage.Ids));
    }
}
