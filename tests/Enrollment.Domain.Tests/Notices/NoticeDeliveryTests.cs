using CsCheck;
using Enrollment.Domain.Notices;
using static Enrollment.Domain.Tests.Notices.NoticeData;

namespace Enrollment.Domain.Tests.Notices;

public sealed class NoticeDeliveryTests
{
    private static readonly Gen<DeliveryHistory.Step> AnyStep = Gen.Select(Gen.OneOf(Enum.GetValues<DeliveryHistory.Move>()), Gen.Int[0, 3],
        Gen.OneOf(Enum.GetValues<DeliveryHistory.Luck>()), Gen.Int[1, 300], (move, worker, luck, minutes) => new DeliveryHistory.Step(move, worker, luck, minutes));

    /// <summary>Workers read, claim, ask, send, record, stall for hours and die in any order, while the gateway loses answers; it knows ids, as the port demands.</summary>
    [Fact]
    public void Delivery_WhateverHappens_RingsAtMostOnceAndEnds() => AnyStep.Array[1, 40].Sample(steps =>
        DeliveryHistory.Run(steps, gatewayKnowsIds: true, workersStall: true).AssertHolds(), iter: 10_000);

    /// <summary>Claims and questions alone suffice, without the gateway's memory, as long as no worker outlives its claim.</summary>
    [Fact]
    public void Delivery_ToAForgetfulGateway_RingsAtMostOnceWhileNobodyStalls() => AnyStep.Array[1, 40].Sample(steps =>
        DeliveryHistory.Run(steps, gatewayKnowsIds: false, workersStall: false).AssertHolds(), iter: 10_000);

    [Fact]
    public void Claim_InTheNight_WaitsForEight()
    {
        var pending = Sms(July(1, 22));

        Assert.Equal(July(2, 8), pending.DueAt(Schedule));
        Assert.Null(pending.Claim(Asked(July(1, 22), new DateOnly(2026, 7, 6)), Schedule, July(2, 7, 59)));
        Assert.IsType<DeliveryState.Handing>(pending.Claim(Asked(July(1, 22), new DateOnly(2026, 7, 6)), Schedule, July(2, 8))!.State);
    }

    [Fact]
    public void After_ALateYes_CountsAlthoughAnotherAttemptRuns()
    {
        var second = Sms(July(1, 10)) with { State = new DeliveryState.Handing(2, July(1, 11), July(1, 10)) };

        Assert.Equal(second, second.After(1, new HandingAnswer.Unclear(), Schedule, July(1, 12)));
        Assert.Equal(second, second.After(1, new HandingAnswer.Refused(), Schedule, July(1, 12)));
        Assert.Equal(new DeliveryState.Handed("r", July(1, 12)), second.After(1, new HandingAnswer.Accepted("r"), Schedule, July(1, 12)).State);
    }

    [Fact]
    public void After_Unclear_WaitsLongerEachTimeAndEndsWithAPerson()
    {
        var (delivery, now, pauses) = (Sms(July(1, 8)), July(1, 8), new List<TimeSpan>());
        while (delivery.DueAt(Schedule with { Quiet = QuietHours.None }) is { } due)
        {
            pauses.Add(due - now);
            now = due;
            delivery = delivery.Claim(Asked(now, new DateOnly(2026, 7, 6)), Schedule with { Quiet = QuietHours.None }, now)!;
            delivery = delivery.After(((DeliveryState.Handing)delivery.State).Attempt, new HandingAnswer.Unclear(), Schedule, now);
        }

        Assert.Equal([0, 1, 5, 60, 60], pauses.Take(5).Select(pause => (int)pause.TotalMinutes));
        Assert.Equal(new DeliveryState.GaveUp(WasRefused: false, now), delivery.State);
        Assert.InRange(now - July(1, 8), TimeSpan.FromDays(1), TimeSpan.FromHours(25));
    }
}
