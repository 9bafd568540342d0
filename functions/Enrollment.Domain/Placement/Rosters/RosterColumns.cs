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
    private static readonly Dictionary<string, RosterColumn> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["报名号"] = RosterColumn.TicketId, ["学籍号"] = RosterColumn.StudentRecordNo, ["姓名"] = RosterColumn.Name, ["性别"] = RosterColumn.Sex,
        ["出生日期"] = RosterColumn.BirthDate, ["毕业小学"] = RosterColumn.PrimarySchool, ["住宿"] = RosterColumn.Boarding, ["随迁子女"] = RosterColumn.Migrant,
        ["特殊需要"] = RosterColumn.SpecialNeed, ["多胞胎编号"] = RosterColumn.BundleId, ["同班意愿"] = RosterColumn.BundleWish,
        ["固定班级"] = RosterColumn.FixedClass, ["固定班级原因"] = RosterColumn.FixedClassReason, ["固定班级批准文号"] = RosterColumn.FixedClassApproval,
    };

    private static readonly RosterColumn[] Required = [RosterColumn.TicketId, RosterColumn.Name, RosterColumn.Sex, RosterColumn.BirthDate];
    private static readonly string[] ScorePrefixes = ["成绩:", "成绩：", "score:"];
    private static readonly string[] CategoryPrefixes = ["类别:", "类别：", "category:"];

    private readonly Dictionary<RosterColumn, int> _places;

    private RosterColumns(Dictionary<RosterColumn, int> places, IReadOnlyList<(string, int)> scores, IReadOnlyList<(string, int)> categories) =>
        (_places, Scores, Categories) = (places, scores, categories);

    /// <summary>Names and places of the score columns.</summary>
    public IReadOnlyList<(string Name, int Place)> Scores { get; }

    /// <summary>Names and places of the category columns.</summary>
    public IReadOnlyList<(string Name, int Place)> Categories { get; }

    /// <summary>Where a column stands; null when it does not.</summary>
    public int? PlaceOf(RosterColumn column) => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>Reads a header row; null when it has faults, which are added.</summary>
    public static RosterColumns? Read(IReadOnlyList<string> header, RosterFaults faults)
    {
        var places = new Dictionary<RosterColumn, int>();
        var (scores, categories) = (new List<(string, int)>(), new List<(string, int)>());
        for (var place = 0; place < header.Count; place++)
        {
            var word = header[place].Trim();
            if (word.Length == 0)
                continue;
            if (AfterPrefix(word, ScorePrefixes) is { } score)
                Add(scores, score, place, faults);
            else if (AfterPrefix(word, CategoryPrefixes) is { } category)
                Add(categories, category, place, faults);
            else if (ColumnOf(word) is not { } column)
                faults.Add(1, place, RosterFaultCode.ColumnUnknown);
            else if (!places.TryAdd(column, place))
                faults.Add(1, place, RosterFaultCode.ColumnTwice);
        }
        foreach (var column in Required.Where(column => !places.ContainsKey(column)))
            faults.Add(1, place: null, RosterFaultCode.ColumnMissing, Words.First(pair => pair.Value == column).Key);
        return faults.Count == 0 ? new RosterColumns(places, scores, categories) : null;
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
    private static void Add(List<(string Name, int Place)> columns, string name, int place, RosterFaults faults)
    {
        if (name.Length is 0 or > 30 || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            faults.Add(1, place, RosterFaultCode.ColumnUnknown);
        else if (columns.Any(column => column.Name == name))
            faults.Add(1, place, RosterFaultCode.ColumnTwice);
        else
            columns.Add((name, place));
    }
}
