using System.Globalization;

namespace Enrollment.Functions.Notices;

/// <summary>A notice as its parent reads it.</summary>
/// <param name="ApplicationId">Which application it is about.</param>
/// <param name="Number">With the application it names the notice.</param>
/// <param name="Kind">What is told.</param>
/// <param name="Text">The same in words.</param>
/// <param name="At">When it happened.</param>
/// <param name="LastDay">The day until which the parent may act, as it was then.</param>
/// <param name="ReadAt">When the parent marked it as read.</param>
internal sealed record NoticeView(string ApplicationId, int Number, string Kind, string Text, DateTimeOffset At, DateOnly? LastDay, DateTimeOffset? ReadAt)
{
    public static NoticeView Of(InboxRow row, CultureInfo language) => new(row.Application.Value, row.Notice.Event, row.Notice.Kind.ToString(),
        NoticeText.Of(row.Application, row.Notice, language), row.Notice.At, row.Notice.LastDay, row.ReadAt);
}

/// <summary>Notices, the newest first.</summary>
/// <param name="Notices">The notices of this page.</param>
/// <param name="Unread">How many of all are not marked as read.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
internal sealed record NoticeList(IReadOnlyList<NoticeView> Notices, int Unread, string? Next);
