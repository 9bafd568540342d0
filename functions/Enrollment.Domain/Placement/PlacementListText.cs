using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using static Enrollment.Domain.Placement.CanonicalText;
using static Enrollment.Domain.Placement.LineCursor;

namespace Enrollment.Domain.Placement;

/// <summary>The canonical form of a list, written and read (docs/placement-record.md section 1).</summary>
internal static class PlacementListText
{
    private const string Format = "enrollment-placement/1";
    private const int LongestCode = 40;
    private const int MostSeats = 200;
    private const int MostRelief = 10;
    private const int MostYear = 9999;
    private const int Any = 999_999_999;

    public static IReadOnlyList<string> Write(PlacementList list) =>
    [
        Format,
        $"school {list.School}",
        $"year {Of(list.Year)}",
        $"run {list.Run}",
        $"mode {(list.Mode is PlacementMode.Lot ? "lot" : "optimised")}",
        $"classes {string.Join(' ', list.Capacities.Select(Of))}",
        $"special-needs-cap {Of(list.SpecialNeedsCap)}",
        $"relief {Of(list.Relief)}",
        $"search {(list.Search is { } search ? $"{Of(search.Starts)} {Of(search.Epochs)} {Of(search.Kicks)}" : "-")}",
        $"teams {(list.Teams is { } teams ? string.Join(' ', teams) : "-")}",
        .. list.Barred.Select(barred => $"barred {barred.Team} {barred.Row}"),
        $"attributes {list.Attributes?.ToString() ?? "-"}",
        $"pupils {Of(list.Rows.Count)}",
        .. list.Rows.Select(Write),
    ];

    public static PlacementListReading Read(IReadOnlyList<string> lines)
    {
        var cursor = new LineCursor(lines);
        try
        {
            return new PlacementListReading.Read(Read(cursor));
        }
        catch (NotCanonicalException)
        {
            return new PlacementListReading.Malformed(cursor.Line);
        }
    }

    private static string Write(PlacementRow row) =>
        $"{row.Row} {(row.Sex is Sex.Male ? 'M' : 'F')} {(row.SpecialNeeds ? '1' : '0')} {(row.Bundle is { } bundle ? $"b{Of(bundle)}" : "-")} "
        + $"{(row.ApartSets.Count > 0 ? string.Join(',', row.ApartSets.Select(set => $"a{Of(set)}")) : "-")} {Of(row.Pin)}";

    private static PlacementList Read(LineCursor lines)
    {
        Demand(lines.Next() == Format);
        var school = CodeOf(lines.After("school "));
        var year = Need(Number(lines.After("year "), MostYear));
        var run = CodeOf(lines.After("run "));
        var mode = ModeOf(lines.After("mode "));
        var capacities = CapacitiesOf(lines.After("classes "));
        var cap = OptionalNumber(lines.After("special-needs-cap "));
        var relief = Need(Number(lines.After("relief "), MostRelief));
        var search = BudgetOf(lines.After("search "));
        Demand(mode is PlacementMode.Lot || search is not null);
        var teams = TeamsOf(lines.After("teams "), capacities.Length);
        var barred = BarredOf(lines, teams);
        var attributes = DigestOf(lines.After("attributes "));
        Demand((search is null) == (attributes is null));
        var rows = RowsOf(lines, Need(Number(lines.After("pupils "), Any)), capacities.Length);
        Demand(lines.IsAtEnd);
        var listed = rows.Select(row => row.Row).ToHashSet();
        Demand(barred.All(pair => listed.Contains(pair.Row)));
        return new PlacementList(school, year, run, mode, capacities, cap, relief, search, teams, barred, attributes, rows);
    }

    /// <summary>1 to 40 letters, digits, hyphens and underscores.</summary>
    internal static bool IsCode(string text) =>
        text.Length is > 0 and <= LongestCode && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && text != "-";

    private static string CodeOf(string text)
    {
        Demand(IsCode(text));
        return text;
    }

    private static PlacementMode ModeOf(string text) => text switch
    {
        "lot" => PlacementMode.Lot,
        "optimised" => PlacementMode.Optimised,
        _ => throw new NotCanonicalException(),
    };

    private static int[] CapacitiesOf(string text)
    {
        int[] capacities = [.. text.Split(' ').Select(part => Need(Number(part, MostSeats)))];
        Demand(capacities.All(capacity => capacity > 0));
        return capacities;
    }

    private static int? OptionalNumber(string text) => text == "-" ? null : Need(Number(text, Any));

    private static SearchBudget? BudgetOf(string text)
    {
        if (text == "-")
            return null;
        int[] parts = [.. text.Split(' ').Select(part => Need(Number(part, Any)))];
        Demand(parts is [> 0, > 0, > 0]);
        return new SearchBudget(parts[0], parts[1], parts[2]);
    }

    private static string[]? TeamsOf(string text, int classes)
    {
        if (text == "-")
            return null;
        string[] teams = [.. text.Split(' ').Select(CodeOf)];
        Demand(teams.Length == classes && teams.Distinct(StringComparer.Ordinal).Count() == classes);
        return teams;
    }

    private static List<BarredTeam> BarredOf(LineCursor lines, string[]? teams)
    {
        var barred = new List<BarredTeam>();
        while (lines.StartsWith("barred "))
        {
            var parts = lines.After("barred ").Split(' ');
            Demand(parts.Length == 2 && teams is not null && teams.Contains(parts[0], StringComparer.Ordinal));
            Demand(RowCode.TryParse(parts[1], out var row));
            barred.Add(new BarredTeam(parts[0], row));
        }
        return barred;
    }

    private static Digest? DigestOf(string text)
    {
        if (text == "-")
            return null;
        Demand(Digest.TryParse(text, out var digest));
        return digest;
    }

    private static List<PlacementRow> RowsOf(LineCursor lines, int count, int classes)
    {
        var rows = new List<PlacementRow>();
        for (var i = 0; i < count; i++)
        {
            var row = RowOf(lines.Next(), classes);
            Demand(i == 0 || rows[i - 1].Row < row.Row);
            rows.Add(row);
        }
        return rows;
    }

    private static PlacementRow RowOf(string line, int classes)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == 6);
        Demand(RowCode.TryParse(parts[0], out var row));
        Demand(parts[1] is "M" or "F");
        Demand(parts[2] is "0" or "1");
        int? bundle = parts[3] == "-" ? null : Labelled(parts[3], 'b');
        int[] apart = parts[4] == "-" ? [] : [.. parts[4].Split(',').Select(part => Labelled(part, 'a'))];
        for (var i = 1; i < apart.Length; i++)
            Demand(apart[i - 1] < apart[i]);
        var pin = OptionalNumber(parts[5]);
        Demand(pin is null || (pin >= 1 && pin <= classes));
        return new PlacementRow(row, parts[1] == "M" ? Sex.Male : Sex.Female, parts[2] == "1", bundle, apart, pin);
    }

    private static int Labelled(string text, char label)
    {
        Demand(text.Length > 1 && text[0] == label);
        return Need(Number(text.AsSpan(1), Any));
    }
}
