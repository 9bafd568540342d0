using System.Globalization;
using Enrollment.Domain.Placement;
using static Enrollment.Domain.Placement.LineCursor;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>The line of one child, written and read.</summary>
internal sealed class AdmissionRowText(Dictionary<string, SchoolCode> schools, Dictionary<string, ZoneCode> zones)
{
    private const string DateForm = "yyyy-MM-dd";
    private const int Fields = 12;
    private const int Any = 999_999_999;

    public static string Write(AdmissionRow row) => string.Join(' ',
        row.Ticket,
        row.Group,
        row.Levels.Count == 0 ? "-" : string.Join(',', row.Levels.Select(level => CanonicalText.Of(level))),
        Of(row.Settled),
        Of(row.ParentSettled),
        row.Zone?.Value ?? "-",
        row.ChoiceZone?.Value ?? "-",
        row.Choices.Count == 0 ? "-" : string.Join(',', row.Choices),
        row.Bundle is { } bundle ? $"b{CanonicalText.Of(bundle)}" : "-",
        row.OffPlan is { } seat ? Words<OffPlanSeat>.Of(seat) : "-",
        row.IsLate ? "late" : "on-time",
        CanonicalText.Of(row.Area));

    public AdmissionRow Read(string line)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == Fields && parts[10] is "late" or "on-time");
        Demand(RowCode.TryParse(parts[0], out var ticket));
        int[] levels = parts[2] == "-" ? [] : [.. parts[2].Split(',').Select(part => Need(CanonicalText.Number(part, Any)))];
        SchoolCode[] choices = parts[7] == "-" ? [] : [.. parts[7].Split(',').Select(part => AdmissionListText.Known(part, schools))];
        return new AdmissionRow(ticket, AdmissionListText.CodeOf(parts[1]), levels, DateOf(parts[3]), DateOf(parts[4]), ZoneOf(parts[5]), ZoneOf(parts[6]), choices,
            BundleOf(parts[8]), parts[9] == "-" ? null : Need(Words<OffPlanSeat>.From(parts[9])), parts[10] == "late", Need(CanonicalText.Number(parts[11], Any)));
    }

    private static string Of(DateOnly? date) => date is { } day ? day.ToString(DateForm, CultureInfo.InvariantCulture) : "-";

    private static DateOnly? DateOf(string text)
    {
        if (text == "-")
            return null;
        Demand(DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date));
        return date;
    }

    private ZoneCode? ZoneOf(string text) => text == "-" ? null : AdmissionListText.Known(text, zones);

    private static int? BundleOf(string text)
    {
        if (text == "-")
            return null;
        Demand(text.Length > 1 && text[0] == 'b');
        return Need(CanonicalText.Number(text.AsSpan(1), Any));
    }
}
