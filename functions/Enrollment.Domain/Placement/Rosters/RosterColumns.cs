namespace Enrollment.Domain.Placement.Rosters;

/// <summary>A column of the pupils' sheet.</summary>
public enum RosterColumn
{
    /// <summary>报名号.</summary>
    TicketId,
    /// <summary>学籍号.</summary>
    StudentRecordNo,
    /// <summary>姓名.</summary>
    Name,
    /// <summary>性别.</summary>
    Sex,
    /// <summary>出生日期.</summary>
    BirthDate,
    /// <summary>毕业小学.</summary>
    PrimarySchool,
    /// <summary>住宿.</summary>
    Boarding,
    /// <summary>随迁子女.</summary>
    Migrant,
    /// <summary>特殊需要.</summary>
    SpecialNeed,
    /// <summary>多胞胎编号.</summary>
    BundleId,
    /// <summary>同班意愿.</summary>
    BundleWish,
    /// <summary>固定班级.</summary>
    FixedClass,
    /// <summary>固定班级原因.</summary>
    FixedClassReason,
    /// <summary>固定班级批准文号.</summary>
    FixedClassApproval,
    /// <summary>成绩:科目.</summary>
    Score,
    /// <summary>类别:名称.</summary>
    Category,
}

/// <summary>Which column is which, by the words of the header row.</summary>
public sealed class RosterColumns
{
    /// <summary>The most columns a roster can have.</summary>
    public const int Most = 200;

    private const int LongestName = 30;

    private static readonly Dictionary<string, RosterColumn> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["报名号"] = RosterColumn.TicketId,
        ["学籍号"] = RosterColumn.StudentRecordNo,
        ["姓名"] = RosterColumn.Name,
        ["性别"] = RosterColumn.Sex,
        ["出生日期"] = RosterColumn.BirthDate,
        ["毕业小学"] = RosterColumn.PrimarySchool,
        ["住宿"] = RosterColumn.Boarding,
        ["随迁子女"] = RosterColumn.Migrant,
        ["特殊需要"] = RosterColumn.SpecialNeed,
        ["多胞胎编号"] = RosterColumn.BundleId,
        ["同班意愿"] = RosterColumn.BundleWish,
        ["固定班级"] = RosterColumn.FixedClass,
        ["固定班级原因"] = RosterColumn.FixedClassReason,
        ["固定班级批准文号"] = RosterColumn.FixedClassApproval,
        ["原因代码"] = RosterColumn.FixedClassReason,
        ["批准文号"] = RosterColumn.FixedClassApproval,
    };

    private static readonly RosterColumn[] Required = [RosterColumn.TicketId, RosterColumn.Name, RosterColumn.Sex, RosterColumn.BirthDate];
    private static readonly string[] ScorePrefixes = ["成绩:", "成绩：", "score:"];
    private static readonly string[] CategoryPrefixes = ["类别:", "类别：", "category:"];

    private readonly Dictionary<RosterColumn, int> _places;

    private RosterColumns(Dictionary<RosterColumn, int> places, IReadOnlyList<(string Name, int Place)> scores, IReadOnlyList<(string Name, int Place)> categories)
    {
        (_places, Scores, Categories) = (places, scores, categories);
        Named = new HashSet<int>([.. places.Values, .. scores.Select(score => score.Place), .. categories.Select(category => category.Place)]);
    }

    /// <summary>Names and places of the score columns.</summary>
    public IReadOnlyList<(string Name, int Place)> Scores { get; }

    /// <summary>Names and places of the category columns.</summary>
    public IReadOnlyList<(string Name, int Place)> Categories { get; }

    /// <summary>The places that have a heading.</summary>
    public IReadOnlySet<int> Named { get; }

    /// <summary>Where a column stands; null when it does not.</summary>
    public int? PlaceOf(RosterColumn column) => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>Reads a header row; null when it has faults, which are added.</summary>
    public static RosterColumns? Read(int row, IReadOnlyList<RosterCell> header, RosterFaults faults)
    {
        var before = faults.Count;
        var places = new Dictionary<RosterColumn, int>();
        var (scores, categories) = (new List<(string, int)>(), new List<(string, int)>());
        for (var place = 0; place < Math.Min(header.Count, Most); place++)
        {
            if (!header[place].IsBlank && Heading(header[place], place, places, scores, categories) is { } fault)
                faults.Add(row, place, fault);
        }
        if (header.Count > Most)
            faults.Add(row, Most, RosterFaultCode.TooManyColumns);
        foreach (var column in Required.Where(column => !places.ContainsKey(column)))
            faults.Add(row, place: null, RosterFaultCode.ColumnMissing, Words.First(pair => pair.Value == column).Key);
        return faults.Count == before ? new RosterColumns(places, scores, categories) : null;
    }

    private static RosterFaultCode? Heading(RosterCell cell, int place, Dictionary<RosterColumn, int> places, List<(string, int)> scores, List<(string, int)> categories)
    {
        if (cell.Fault is { } fault)
            return fault;
        var word = cell.Text.Trim();
        if (AfterPrefix(word, ScorePrefixes) is { } score)
            return Add(scores, score, place);
        if (AfterPrefix(word, CategoryPrefixes) is { } category)
            return Add(categories, category, place);
        if (ColumnOf(word) is not { } column)
            return RosterFaultCode.ColumnUnknown;
        return places.TryAdd(column, place) ? null : RosterFaultCode.ColumnTwice;
    }

    private static RosterColumn? ColumnOf(string word)
    {
        if (Words.TryGetValue(word, out var column))
            return column;
        return Enum.TryParse(word, ignoreCase: true, out column) && Words.ContainsValue(column) && !char.IsAsciiDigit(word[0]) ? column : null;
    }

    private static string? AfterPrefix(string word, string[] prefixes) =>
        prefixes.FirstOrDefault(prefix => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found ? word[found.Length..].Trim() : null;

    // The name becomes a word of the attribute table: no spaces, not long.
    private static RosterFaultCode? Add(List<(string Name, int Place)> columns, string name, int place)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsWhiteSpace) || CellText.IsForbidden(name) || CellText.IsFormula(name))
            return RosterFaultCode.ColumnUnknown;
        if (columns.Any(column => column.Name == name))
            return RosterFaultCode.ColumnTwice;
        columns.Add((name, place));
        return null;
    }
}
