namespace Enrollment.Domain.Notices;

/// <summary>Something a parent is told about an application, because of one event of it.</summary>
/// <param name="Event">The event's number in the application's history, from 1; with the application it names the notice.</param>
/// <param name="Kind">What is told.</param>
/// <param name="At">When it happened.</param>
/// <param name="LastDay">The day until which the parent may act, as it was then; null where there is none.</param>
public sealed record Notice(int Event, NoticeKind Kind, DateTimeOffset At, DateOnly? LastDay);

/// <summary>How a notice leaves the service. In the parent's inbox it stands always.</summary>
public enum NoticeChannel
{
    /// <summary>A text message (短信).</summary>
    Sms,
    /// <summary>A person or machine of the notice service calls (电话告知).</summary>
    Call,
}
