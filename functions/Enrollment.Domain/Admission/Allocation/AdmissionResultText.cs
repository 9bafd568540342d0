using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Placement;
using static Enrollment.Domain.Placement.CanonicalText;
using static Enrollment.Domain.Placement.LineCursor;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>The canonical form of a result, written and read (docs/admission-record.md section 6).</summary>
internal static class AdmissionResultText
{
    private const string Format = "enrollment-admission-result/1";
    private const int Any = 999_999_999;

    public static IReadOnlyList<string> Write(AdmissionResult result) =>
    [
        Format,
        $"cutoffs {Of(result.CutOffs.Count)}",
        .. result.CutOffs.Select(Write),
        $"children {Of(result.Places.Count)}",
        .. result.Places.Select(Write),
    ];

    public static string Write(CutOff cut) =>
        $"{cut.Stage} {cut.School} {Of(cut.Seats)} {Of(cut.Wanted)} {Of(cut.Admitted)} {cut.Last?.ToString() ?? "-"}";

    public static string Write(AdmissionPlace place) => $"{place.Ticket} {Of(place.Lot)} {place.School?.Value ?? "-"} {place.Stage ?? "-"}";

    public static AdmissionResult? Read(AdmissionList list, IReadOnlyList<string> lines)
    {
        try
        {
            var result = Read(list, new LineCursor(lines));
            return result.ToLines().SequenceEqual(lines, StringComparer.Ordinal) ? result : null;
        }
        catch (NotCanonicalException)
        {
            // Not a result of this list; the caller decides what that means.
            return null;
        }
    }

    private static AdmissionResult Read(AdmissionList list, LineCursor lines)
    {
        var schools = list.Schools.ToDictionary(school => school.Code.Value, school => school.Code, StringComparer.Ordinal);
        lines.Next();
        var cutOffs = new List<CutOff>();
        for (var count = CountOf(lines.After("cutoffs "), Any); cutOffs.Count < count;)
            cutOffs.Add(CutOffOf(lines.Next(), schools));
        AdmissionRow[] rows = [.. list.Rows.OrderBy(row => row.Ticket)];
        Demand(CountOf(lines.After("children "), Any) == rows.Length);
        var places = new AdmissionPlace[rows.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = PlaceOf(lines.Next(), rows[i].Ticket, schools);
        Demand(lines.IsAtEnd);
        return new AdmissionResult(list with { Rows = rows }, places, cutOffs);
    }

    private static CutOff CutOffOf(string line, Dictionary<string, SchoolCode> schools)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == 6);
        RowCode? last = null;
        if (parts[5] != "-")
        {
            Demand(RowCode.TryParse(parts[5], out var ticket));
            last = ticket;
        }
        return new CutOff(parts[0], AdmissionListText.Known(parts[1], schools), CountOf(parts[2], Any), CountOf(parts[3], Any), CountOf(parts[4], Any), last);
    }

    private static AdmissionPlace PlaceOf(string line, RowCode ticket, Dictionary<string, SchoolCode> schools)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == 4 && parts[0] == ticket.ToString());
        return new AdmissionPlace(ticket, CountOf(parts[1], Any), parts[2] == "-" ? null : AdmissionListText.Known(parts[2], schools), parts[3] == "-" ? null : parts[3]);
    }

    private static int CountOf(string text, int most) => Need(Number(text, most));
}
