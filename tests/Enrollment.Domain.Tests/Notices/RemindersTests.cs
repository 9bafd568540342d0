using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.Notices.NoticeData;

namespace Enrollment.Domain.Tests.Notices;

public sealed class RemindersTests
{
    private static readonly DateOnly LastDay = new(2026, 7, 6);

    [Fact]
    public void Remind_BothMissed_GivesTheLastOnly()
    {
        var reminded = Reminders.Remind(Unchanged(Asked(July(1, 10), LastDay)), Schedule, July(6, 12));

        Assert.Equal([ApplicationEventKind.CorrectionLastCalled], reminded.Events.Select(happened => happened.Kind));
        Assert.Null(Reminders.NextAt(reminded.After, Schedule));
    }

    [Fact]
    public void Remind_AskedOnTheLastDay_GivesNone()
    {
        var asked = Asked(July(6, 10), LastDay);

        Assert.Null(Reminders.NextAt(asked, Schedule));
        Assert.Empty(Reminders.Remind(Unchanged(asked), Schedule, July(6, 23)).Events);
    }

    [Fact]
    public void Remind_DeadlineMoved_BeginsAnew()
    {
        var called = Reminders.Remind(Unchanged(Asked(July(1, 10), LastDay)), Schedule, July(6, 10)).After;
        var late = called with { Checks = [new Domain.Verification.Check(Department.Police, [], new CheckState.Simple(CheckStatus.Pending)) { Delay = new CheckDelay(July(6, 9)) }] };

        var moved = DepartmentDelay.MoveDeadline(Unchanged(late), TestData.Policy, July(6, 11)).After;

        Assert.Equal(July(6, 9), Reminders.NextAt(moved, Schedule));
        Assert.Equal(new DateOnly(2026, 7, 7), moved.Correction!.LastDay);
    }

    [Fact]
    public void Remind_AnOffer_RemindsAndThenCalls()
    {
        var offered = TestData.Consistent().Submitted() with { Status = ApplicationStatus.Offered, Offer = new PlaceOffer("LC001", "main", July(1, 10), LastDay, After(LastDay)) };

        var reminded = Reminders.Remind(Unchanged(offered), Schedule, July(5, 9));
        var called = Reminders.Remind(Unchanged(reminded.After), Schedule, July(6, 9));

        Assert.Equal(ApplicationEventKind.OfferReminded, Assert.Single(reminded.Events).Kind);
        Assert.Equal(ApplicationEventKind.OfferLastCalled, Assert.Single(called.Events).Kind);
        Assert.Empty(Reminders.Remind(Unchanged(called.After), Schedule, July(6, 10)).Events);
    }

    [Fact]
    public void Remind_LookedAtAtAnyTimes_NeverTwiceAndNeverAfterTheDeadlineAndNoLookIsInVainForEver() =>
        Gen.Int[0, 7 * 24 * 60].Array[1, 40].Sample(minutes =>
        {
            var (application, kinds) = (Asked(July(1, 10), LastDay), new List<ApplicationEventKind>());
            foreach (var now in minutes.Order().Select(minute => July(1, 10) + TimeSpan.FromMinutes(minute)))
            {
                var change = Reminders.Remind(Unchanged(application), Schedule, now);
                kinds.AddRange(change.Events.Select(happened => happened.Kind));
                application = change.After;
                Assert.True(change.Events.Count == 0 || now < After(LastDay));
                // Otherwise the sweep would come back at once, again and again.
                Assert.True(now >= After(LastDay) || Reminders.NextAt(application, Schedule) is not { } next || next > now);
            }
            Assert.Equal(kinds.Distinct(), kinds);
        });

    private static Change Unchanged(Application application) => new(application, []);
}
