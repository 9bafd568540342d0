using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Placement;
using static Enrollment.Domain.Placement.CanonicalText;
using static Enrollment.Domain.Placement.LineCursor;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>The canonical form of a list, written and read (docs/admission-record.md section 1).</summary>
internal static class AdmissionListText
{
    private const string Format = "enrollment-admission/1";
    private const int MostYear = 9999;
    private const int Any = 999_999_999;

    public static IReadOnlyList<string> Write(AdmissionList list) =>
    [
        Format,
        $"round {list.Round}",
        $"year {Of(list.Year)}",
        $"policy {list.Policy}",
        $"bundles {Words<BundleMode>.Of(list.Bundles)}",
        $"rest {Words<RestRule>.Of(list.Rest)}",
        $"schools {Of(list.Schools.Count)}",
        .. list.Schools.Select(Write),
        $"zones {Of(list.Zones.Count)}",
        .. list.Zones.Select(zone => $"{zone.Code} {(zone.IsMulti ? "multi" : "single")} {string.Join(' ', zone.Schools)}"),
        $"areas {Of(list.Areas.Count)}",
        .. list.Areas.Select(area => $"{Of(area.Id)} {string.Join(' ', area.Meters.Select(Of))}"),
        $"groups {Of(list.Groups.Count)}",
        .. list.Groups.Select(Write),
        $"stages {Of(list.Stages.Count)}",
        .. list.Stages.Select(Write),
        $"children {Of(list.Rows.Count)}",
        .. list.Rows.OrderBy(row => row.Ticket).Select(AdmissionRowText.Write),
    ];

    public static AdmissionListReading Read(IReadOnlyList<string> lines)
    {
        var cursor = new LineCursor(lines);
        try
        {
            return new AdmissionListReading.Read(Read(cursor));
        }
        catch (NotCanonicalException)
        {
            return new AdmissionListReading.Malformed(cursor.Line);
        }
    }

    /// <summary>1 to 40 letters, digits, hyphens and underscores.</summary>
    public static bool IsCode(string text) => PlacementListText.IsCode(text);

    /// <summary>1 to 80 characters a line can hold.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 80 && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029') && text == text.Trim();

    private static string Write(RoundSchool school) =>
        $"{school.Code} {Words<SchoolAuthority>.Of(school.Authority)} {Of(school.Plan)} {(school.IsTight ? "tight" : "-")} {Words<AdmissionMethod>.Of(school.Method)} {school.Name}";

    private static string Write(OrderGroup group) =>
        $"{group.Code} {(group.SubOrders.Count == 0 ? "-" : string.Join(' ', group.SubOrders.Select(levels => string.Join(',', levels))))}";

    private static string Write(Stage stage) =>
        $"{stage.Code} {Words<StageKind>.Of(stage.Kind)} {string.Join(',', stage.Groups)} {Words<StageEntries>.Of(stage.Entries)} {Words<StageScope>.Of(stage.Scope)} {Words<StageRule>.Of(stage.Rule)}";

    private static AdmissionList Read(LineCursor lines)
    {
        Demand(lines.Next() == Format);
        var round = CodeOf(lines.After("round "));
        var year = Need(Number(lines.After("year "), MostYear));
        var policy = CodeOf(lines.After("policy "));
        var bundles = Need(Words<BundleMode>.From(lines.After("bundles ")));
        var rest = Need(Words<RestRule>.From(lines.After("rest ")));
        var schools = Section(lines, "schools ", SchoolOf, (a, b) => string.CompareOrdinal(a.Code.Value, b.Code.Value) < 0);
        var codes = schools.ToDictionary(school => school.Code.Value, school => school.Code, StringComparer.Ordinal);
        var zones = Section(lines, "zones ", line => ZoneOf(line, codes), (a, b) => string.CompareOrdinal(a.Code.Value, b.Code.Value) < 0);
        var areas = Section(lines, "areas ", line => AreaOf(line, schools.Count), (a, b) => a.Id < b.Id);
        var groups = Section(lines, "groups ", GroupOf, (_, _) => true);
        var stages = Section(lines, "stages ", StageOf, (_, _) => true);
        var reader = new AdmissionRowText(codes, zones.ToDictionary(zone => zone.Code.Value, zone => zone.Code, StringComparer.Ordinal));
        var rows = Section(lines, "children ", reader.Read, (a, b) => a.Ticket < b.Ticket);
        Demand(lines.IsAtEnd);
        return new AdmissionList(round, year, policy, bundles, rest, schools, zones, areas, groups, stages, rows);
    }

    private static List<T> Section<T>(LineCursor lines, string word, Func<string, T> read, Func<T, T, bool> inOrder)
    {
        var count = Need(Number(lines.After(word), Any));
        var items = new List<T>();
        for (var i = 0; i < count; i++)
        {
            items.Add(read(lines.Next()));
            Demand(i == 0 || inOrder(items[i - 1], items[i]));
        }
        return items;
    }

    internal static string CodeOf(string text)
    {
        Demand(IsCode(text));
        return text;
    }

    private static RoundSchool SchoolOf(string line)
    {
        var parts = line.Split(' ', 6);
        Demand(parts.Length == 6 && SchoolCode.TryParse(parts[0], out _) && parts[3] is "tight" or "-" && IsName(parts[5]));
        return new RoundSchool(SchoolCode.Parse(parts[0]), Need(Words<SchoolAuthority>.From(parts[1])), Need(Number(parts[2], Any)), parts[3] == "tight",
            Need(Words<AdmissionMethod>.From(parts[4])), parts[5]);
    }

    private static RoundZone ZoneOf(string line, Dictionary<string, SchoolCode> schools)
    {
        var parts = line.Split(' ');
        Demand(parts.Length >= 3 && ZoneCode.TryParse(parts[0], out _) && parts[1] is "multi" or "single");
        return new RoundZone(ZoneCode.Parse(parts[0]), parts[1] == "multi", [.. parts.Skip(2).Select(part => Known(part, schools))]);
    }

    private static HomeArea AreaOf(string line, int schools)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == schools + 1);
        var meters = new int?[schools];
        for (var s = 0; s < schools; s++)
            meters[s] = parts[s + 1] == "-" ? null : Need(Number(parts[s + 1], Any));
        return new HomeArea(Need(Number(parts[0], Any)), meters);
    }

    private static OrderGroup GroupOf(string line)
    {
        var parts = line.Split(' ');
        Demand(parts.Length >= 2);
        var subOrders = parts is [_, "-"] ? [] : parts.Skip(1).Select(part => (IReadOnlyList<string>)[.. part.Split(',').Select(CodeOf)]).ToArray();
        return new OrderGroup(CodeOf(parts[0]), subOrders);
    }

    private static Stage StageOf(string line)
    {
        var parts = line.Split(' ');
        Demand(parts.Length == 6);
        return new Stage(CodeOf(parts[0]), Need(Words<StageKind>.From(parts[1])), [.. parts[2].Split(',').Select(CodeOf)], Need(Words<StageEntries>.From(parts[3])),
            Need(Words<StageScope>.From(parts[4])), Need(Words<StageRule>.From(parts[5])));
    }

    internal static T Known<T>(string text, Dictionary<string, T> known) where T : class =>
        known.TryGetValue(text, out var value) ? value : throw new NotCanonicalException();
}
