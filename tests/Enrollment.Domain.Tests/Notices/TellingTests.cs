using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.Notices.NoticeData;

namespace Enrollment.Domain.Tests.Notices;

public sealed class TellingTests
{
    private static readonly VerificationSchedule All = Cases.Schedule with { Notices = Schedule };
    private static readonly Application Application = Asked(July(1, 10), new DateOnly(2026, 7, 6));

    [Fact]
    public void Decide_SeveralNotices_SendsTheFirstAlone()
    {
        var told = Telling.Decide(Because(Actor.Service, ApplicationEventKind.OfferLapsed, ApplicationEventKind.SentToCoordination, ApplicationEventKind.OfferRevoked), 4, All, July(1, 10));

        var delivery = Assert.Single(told.Deliveries);
        Assert.Equal((5, NoticeKind.OfferLapsed, NoticeChannel.Sms), (delivery.Notice.Event, delivery.Notice.Kind, delivery.Channel));
        Assert.True(told.Now);
        Assert.Equal(July(1, 10) + Cases.Schedule.FirstDue, told.Change.After.NoticesDueAt);
    }

    [Fact]
    public void Decide_InTheNight_IsDueInTheMorning()
    {
        var told = Telling.Decide(Because(Actor.Service, ApplicationEventKind.CorrectionRequested), 4, All, July(1, 23));

        Assert.False(told.Now);
        Assert.Equal(July(2, 8), told.Change.After.NoticesDueAt);
    }

    [Fact]
    public void Decide_WithoutAGateway_SendsNothing() =>
        Assert.Empty(Telling.Decide(Because(Actor.Service, ApplicationEventKind.CorrectionRequested), 4, Cases.Schedule, July(1, 10)).Deliveries);

    [Fact]
    public void Decide_AddedBySetting_IsSentToo()
    {
        var more = All with { Notices = Schedule with { AlsoBySms = [NoticeKind.CategoryEstablished] } };

        Assert.Empty(Telling.Decide(Because(Actor.Service, ApplicationEventKind.CategoryEstablished), 4, All, July(1, 10)).Deliveries);
        Assert.Single(Telling.Decide(Because(Actor.Service, ApplicationEventKind.CategoryEstablished), 4, more, July(1, 10)).Deliveries);
    }

    [Fact]
    public void Delivered_GivenUp_WaitsForAPersonUntilTheParentActsOrIsCalled()
    {
        var before = Sms(July(1, 10));
        var after = before with { State = new DeliveryState.GaveUp(WasRefused: true, July(1, 11)) };

        var unreached = Telling.Delivered(Application, [before], [after], Schedule, July(1, 11));

        Assert.Equal(WorkKind.Call, WorkItem.Of(unreached.After)!.Kind);
        Assert.Equal([ApplicationEventKind.ParentNotReached], unreached.Events.Select(happened => happened.Kind));
        Assert.Empty(Telling.Delivered(unreached.After, [after], [after], Schedule, July(1, 12)).Events);
        Assert.Null(WorkItem.Of(Telling.Called(unreached.After, "somebody", July(1, 12))!.After));
        Assert.Null(Telling.Called(Application, "somebody", July(1, 12)));
        Assert.Null(Telling.Decide(Because(unreached.After, Actor.Parent, ApplicationEventKind.PaperAdded), 5, All, July(1, 12)).Change.After.UnreachedSince);
        Assert.NotNull(Telling.Decide(Because(unreached.After, Actor.Staff, ApplicationEventKind.CheckDecided), 5, All, July(1, 12)).Change.After.UnreachedSince);
    }

    private static Change Because(Actor by, params ApplicationEventKind[] kinds) => Because(Application, by, kinds);

    private static Change Because(Application application, Actor by, params ApplicationEventKind[] kinds) =>
        new(application, [.. kinds.Select(kind => new ApplicationEvent(kind, July(1, 10), by))]);
}
