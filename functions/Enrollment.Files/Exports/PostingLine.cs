using System.Globalization;

namespace Enrollment.Files.Exports;

/// <summary>One line of a column of the posting list.</summary>
internal sealed record PostingLine(string Left, string Right, bool IsHeading = false)
{
    public static readonly PostingLine Empty = new("", "");

    public static PostingLine Of(ListedRow row) => row.Pupil is { } pupil ? new(pupil.MaskedName, pupil.TicketEnd) : new("插班", row.Row.ToString());

    public static PostingLine HeadingOf(ListedRow first, int pupils, bool isContinued) => new(
        string.Create(CultureInfo.InvariantCulture, $"{first.Class}班{(isContinued ? "（续）" : "")}{(first.Team is null ? "" : $" 教师团队 {first.Team}")}"),
        string.Create(CultureInfo.InvariantCulture, $"{pupils}人"), IsHeading: true);
}
