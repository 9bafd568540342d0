namespace Enrollment.Domain.Notices;

/// <summary>The times and ways of notices as one readable table.</summary>
/// <param name="HasGateway">Whether there is a way out for text messages and calls; without one, all stand in the inbox.</param>
/// <param name="AlsoBySms">What goes by text message beside the usual.</param>
/// <param name="Quiet">When no phone rings.</param>
/// <param name="RetryAfter">Pauses after the 1st, 2nd, … attempt that failed; the last one repeats.</param>
/// <param name="AnswerWithin">After which time a claimed attempt counts as dead.</param>
/// <param name="GiveUpAfter">For how long a text message is tried.</param>
/// <param name="CallGiveUpAfter">For how long a call is handed over; shorter, because it is about the last day.</param>
/// <param name="RemindBefore">How long before a deadline the parent is reminded, and then called; the longest first.</param>
public sealed record NoticeSchedule(bool HasGateway, IReadOnlyList<NoticeKind> AlsoBySms, QuietHours Quiet, IReadOnlyList<TimeSpan> RetryAfter,
    TimeSpan AnswerWithin, TimeSpan GiveUpAfter, TimeSpan CallGiveUpAfter, IReadOnlyList<TimeSpan> RemindBefore)
{
    /// <summary>The inbox only, and no reminders.</summary>
    public static NoticeSchedule InboxOnly { get; } =
        new(HasGateway: false, [], QuietHours.None, [TimeSpan.FromMinutes(1)], TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), TimeSpan.FromHours(4), []);

    /// <summary>How a kind of notice leaves the service; null for the inbox only.</summary>
    public NoticeChannel? ChannelOf(NoticeKind kind) => !HasGateway ? null
        : NoticeRules.UsualChannel(kind) ?? (AlsoBySms.Contains(kind) ? NoticeChannel.Sms : null);

    /// <summary>The pause after so many failed attempts (from 1).</summary>
    public TimeSpan RetryPause(int attempts) => RetryAfter[Math.Min(attempts, RetryAfter.Count) - 1];

    /// <summary>For how long a channel is tried.</summary>
    public TimeSpan Patience(NoticeChannel channel) => channel is NoticeChannel.Call ? CallGiveUpAfter : GiveUpAfter;
}
