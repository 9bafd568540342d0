namespace Enrollment.Domain.Notices;

/// <summary>Where the handing-over of a notice stands. Closed.</summary>
public abstract record DeliveryState
{
    private DeliveryState()
    {
    }

    /// <summary>True while something must still be done.</summary>
    public bool IsOpen => this is Pending or Handing or Failed;

    /// <summary>Nobody has tried yet.</summary>
    /// <param name="DueAt">When it may be tried.</param>
    public sealed record Pending(DateTimeOffset DueAt) : DeliveryState;

    /// <summary>Somebody claimed an attempt, before they made the call; what came of it is not known yet.</summary>
    /// <param name="Attempt">Its number, from 1.</param>
    /// <param name="Since">When it was claimed.</param>
    /// <param name="FirstAt">When the first was.</param>
    public sealed record Handing(int Attempt, DateTimeOffset Since, DateTimeOffset FirstAt) : DeliveryState
    {
        /// <summary>True when the gateway must be asked before it is sent to: an earlier attempt may have got through and its answer been lost.</summary>
        public bool AsksFirst => Attempt > 1;
    }

    /// <summary>The gateway has it; whether the phone rang is the gateway's to say.</summary>
    /// <param name="Receipt">The gateway's own number.</param>
    /// <param name="At">When we knew.</param>
    public sealed record Handed(string Receipt, DateTimeOffset At) : DeliveryState;

    /// <summary>The last attempt failed, or nobody knows what came of it.</summary>
    /// <param name="Attempts">How many there were.</param>
    /// <param name="NextAt">When the next is due.</param>
    /// <param name="FirstAt">When the first was.</param>
    public sealed record Failed(int Attempts, DateTimeOffset NextAt, DateTimeOffset FirstAt) : DeliveryState;

    /// <summary>Nobody tries any more; a person calls the parent.</summary>
    /// <param name="WasRefused">True when the gateway will never take it, a dead number for one; false when time ran out.</param>
    /// <param name="At">When.</param>
    public sealed record GaveUp(bool WasRefused, DateTimeOffset At) : DeliveryState;

    /// <summary>It was no longer true when its turn came, so it was kept back.</summary>
    /// <param name="At">When.</param>
    public sealed record Dropped(DateTimeOffset At) : DeliveryState;
}

/// <summary>What came of handing a notice over. Closed.</summary>
public abstract record HandingAnswer
{
    private HandingAnswer()
    {
    }

    /// <summary>The gateway has the message, now or from before.</summary>
    /// <param name="Receipt">The gateway's own number.</param>
    public sealed record Accepted(string Receipt) : HandingAnswer;

    /// <summary>The gateway will never take it.</summary>
    public sealed record Refused : HandingAnswer;

    /// <summary>No answer that counts. The gateway may have the message or not.</summary>
    public sealed record Unclear : HandingAnswer;
}
