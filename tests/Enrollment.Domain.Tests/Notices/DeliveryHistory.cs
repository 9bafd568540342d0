using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using ApplicationId = Enrollment.Domain.Applications.ApplicationId;

namespace Enrollment.Domain.Tests.Notices;

/// <summary>One notice, four workers that share its row, a gateway, and a clock: what a storage account and a network would make of it, in memory.</summary>
internal sealed class DeliveryHistory(bool gatewayKnowsIds, bool workersStall)
{
    private static readonly ApplicationId Id = ApplicationId.FromBytes(new byte[16]);
    private static readonly Application Application = NoticeData.Asked(NoticeData.July(1, 10), new DateOnly(2026, 7, 31));

    private readonly Worker?[] _workers = new Worker?[4];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private (NoticeDelivery Delivery, int Version) _row = (NoticeData.Sms(NoticeData.July(1, 10)), 0);
    private DateTimeOffset _now = NoticeData.July(1, 10);

    /// <summary>What a worker does next.</summary>
    internal enum Move
    {
        /// <summary>Begins: reads the row.</summary>
        Read,
        /// <summary>Goes on: claims what it read, asks, sends, or records.</summary>
        GoOn,
        /// <summary>Dies.</summary>
        Die,
        /// <summary>Time passes for all.</summary>
        Pass,
    }

    /// <summary>What becomes of a call.</summary>
    internal enum Luck
    {
        Answered,
        LostOnTheWay,
        AnswerLost,
        Refused,
    }

    internal sealed record Step(Move Move, int Worker, Luck Luck, int Minutes);

    private int Rings { get; set; }

    private List<DateTimeOffset> RangAt { get; } = [];

    public static DeliveryHistory Run(IEnumerable<Step> steps, bool gatewayKnowsIds, bool workersStall)
    {
        var history = new DeliveryHistory(gatewayKnowsIds, workersStall);
        foreach (var step in steps)
            history.Take(step);
        // Everybody who still runs dies, and then the world is kind.
        Array.Clear(history._workers);
        for (var round = 0; round < 60 && history._row.Delivery.State.IsOpen; round++)
        {
            foreach (var move in (Move[])[Move.Read, Move.GoOn, Move.GoOn, Move.GoOn, Move.GoOn, Move.Pass])
                history.Take(new Step(move, 0, Luck.Answered, 60));
        }
        return history;
    }

    public void AssertHolds()
    {
        Assert.True(Rings <= 1, $"The phone rang {Rings} times.");
        Assert.False(_row.Delivery.State.IsOpen, $"Still {_row.Delivery.State}.");
        Assert.True(_row.Delivery.State is not DeliveryState.Handed || Rings == 1, "Handed, and no phone rang.");
        Assert.All(RangAt, at => Assert.Equal(at, NoticeData.Schedule.Quiet.Next(at)));
    }

    private void Take(Step step)
    {
        var worker = _workers[step.Worker];
        switch (step.Move)
        {
            case Move.Read:
                _workers[step.Worker] = new Worker(_row.Delivery, _row.Version);
                break;
            case Move.GoOn when worker is not null:
                _workers[step.Worker] = GoOn(worker, step.Luck);
                break;
            case Move.Die:
                _workers[step.Worker] = null;
                break;
            case Move.Pass when workersStall:
                _now += TimeSpan.FromMinutes(step.Minutes);
                break;
            case Move.Pass:
                // Nobody outlives a claim: whoever holds one is killed before it runs out.
                Array.Clear(_workers);
                _now += TimeSpan.FromMinutes(step.Minutes);
                break;
            default:
                break;
        }
    }

    private Worker? GoOn(Worker worker, Luck luck) => worker switch
    {
        { Answer: { } answer } => Record(worker, answer),
        { IsClaimed: false } => Claim(worker),
        { Row.State: DeliveryState.Handing { AsksFirst: true }, Asked: false } => Ask(worker, luck),
        _ => worker with { Answer = Send(worker, luck) },
    };

    private Worker? Claim(Worker worker)
    {
        if (worker.Row.Claim(Application, NoticeData.Schedule, _now) is not { } claim || worker.Version != _row.Version)
            return null;
        _row = (claim, _row.Version + 1);
        return claim.State is DeliveryState.Handing ? worker with { Row = claim, IsClaimed = true } : null;
    }

    private Worker Ask(Worker worker, Luck luck) => luck switch
    {
        Luck.LostOnTheWay or Luck.AnswerLost => worker with { Answer = new HandingAnswer.Unclear() },
        _ when _known.Contains(worker.Row.MessageId(Id)) => worker with { Answer = new HandingAnswer.Accepted("r") },
        _ => worker with { Asked = true },
    };

    private HandingAnswer Send(Worker worker, Luck luck)
    {
        var id = worker.Row.MessageId(Id);
        if (luck is Luck.LostOnTheWay)
            return new HandingAnswer.Unclear();
        if (luck is Luck.Refused && !_known.Contains(id))
            return new HandingAnswer.Refused();
        if (_known.Add(id) || !gatewayKnowsIds)
        {
            Rings++;
            // A worker that stalled between claim and call may send in the night; one that did not may not.
            if (!workersStall)
                RangAt.Add(_now);
        }
        return luck is Luck.AnswerLost ? new HandingAnswer.Unclear() : new HandingAnswer.Accepted("r");
    }

    private Worker? Record(Worker worker, HandingAnswer answer)
    {
        var after = _row.Delivery.After(((DeliveryState.Handing)worker.Row.State).Attempt, answer, NoticeData.Schedule, _now);
        if (after != _row.Delivery)
            _row = (after, _row.Version + 1);
        return null;
    }

    private sealed record Worker(NoticeDelivery Row, int Version)
    {
        public bool IsClaimed { get; init; }

        public bool Asked { get; init; }

        public HandingAnswer? Answer { get; init; }
    }
}
