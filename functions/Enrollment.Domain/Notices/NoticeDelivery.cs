using System.Globalization;
using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Notices;

/// <summary>
/// A notice on its way out over one channel, at most once: every attempt is claimed before it is made, all attempts carry one id by which the
/// gateway knows them as one message, and every attempt after the first asks the gateway before it sends (docs/adr/0018).
/// </summary>
/// <param name="Notice">What is told.</param>
/// <param name="Channel">How.</param>
/// <param name="State">Where it stands.</param>
public sealed record NoticeDelivery(Notice Notice, NoticeChannel Channel, DeliveryState State)
{
    /// <summary>The message's id at the gateway: the same for every attempt, and no other message's.</summary>
    public string MessageId(ApplicationId application) =>
        string.Create(CultureInfo.InvariantCulture, $"{application.Value}-{Notice.Event:D6}-{Channel}");

    /// <summary>When somebody must look; null when it is over. Never while phones are quiet.</summary>
    public DateTimeOffset? DueAt(NoticeSchedule schedule) => State switch
    {
        DeliveryState.Pending pending => schedule.Quiet.Next(pending.DueAt),
        DeliveryState.Handing handing => schedule.Quiet.Next(handing.Since + schedule.AnswerWithin),
        DeliveryState.Failed failed => schedule.Quiet.Next(failed.NextAt),
        _ => null,
    };

    /// <summary>Claims the next attempt, or drops what is no longer true.</summary>
    /// <returns>The claim to store before anything is sent; null when there is nothing to do at this moment.</returns>
    public NoticeDelivery? Claim(Application application, NoticeSchedule schedule, DateTimeOffset now)
    {
        if (DueAt(schedule) is not { } due || due > now || schedule.Quiet.Next(now) > now)
            return null;
        return this with
        {
            State = (NoticeRules.IsStillTrue(Notice, application), State) switch
            {
                (false, _) => new DeliveryState.Dropped(now),
                (_, DeliveryState.Handing dead) => new DeliveryState.Handing(dead.Attempt + 1, now, dead.FirstAt),
                (_, DeliveryState.Failed failed) => new DeliveryState.Handing(failed.Attempts + 1, now, failed.FirstAt),
                _ => new DeliveryState.Handing(1, now, now),
            },
        };
    }

    /// <summary>Takes what came of an attempt. That the gateway has it counts whenever it is heard; a failure only while its attempt is the last.</summary>
    public NoticeDelivery After(int attempt, HandingAnswer answer, NoticeSchedule schedule, DateTimeOffset now) => (answer, State) switch
    {
        (HandingAnswer.Accepted accepted, DeliveryState.Handing or DeliveryState.Failed) => this with { State = new DeliveryState.Handed(accepted.Receipt, now) },
        (HandingAnswer.Refused, DeliveryState.Handing handing) when handing.Attempt == attempt => this with { State = new DeliveryState.GaveUp(WasRefused: true, now) },
        (HandingAnswer.Unclear, DeliveryState.Handing handing) when handing.Attempt == attempt => this with { State = Unreached(handing, schedule, now) },
        _ => this,
    };

    private DeliveryState Unreached(DeliveryState.Handing handing, NoticeSchedule schedule, DateTimeOffset now) =>
        now - handing.FirstAt >= schedule.Patience(Channel)
            ? new DeliveryState.GaveUp(WasRefused: false, now)
            : new DeliveryState.Failed(handing.Attempt, now + schedule.RetryPause(handing.Attempt), handing.FirstAt);
}
