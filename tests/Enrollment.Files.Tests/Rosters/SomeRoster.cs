using System.Globalization;
using System.Text;
using Enrollment.Domain.Identity;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>A small good roster as a grid: six invented pupils with everything a roster can say, to be spoilt cell by cell.</summary>
internal static class SomeRoster
{
    public static readonly string[] Header =
    [
        "报名号", "学籍号", "姓名", "性别", "出生日期", "毕业小学", "住宿", "随迁子女", "特殊需要", "多胞胎编号", "同班意愿", "固定班级", "原因代码", "批准文号", "成绩:语文", "类别:特长",
    ];

    public static readonly string[] EnglishHeader =
    [
        "ticketId", "studentRecordNo", "name", "sex", "birthDate", "primarySchool", "boarding", "migrant", "specialNeed", "bundleId", "bundleWish",
        "fixedClass", "fixedClassReason", "fixedClassApproval", "score:语文", "category:特长",
    ];

    /// <summary>Rows 2 and 3 are twins who wish one class, 4 and 5 twins who wish different ones, 6 has a fixed class.</summary>
    public static List<string[]> Grid() =>
    [
        Header,
        Pupil(1, "林一", Sex.Male, "B1", "同班"),
        Pupil(2, "林二", Sex.Female, "B1", "Together"),
        Pupil(3, "陈三", Sex.Male, "B2", "分班"),
        Pupil(4, "陈四", Sex.Female, "B2", "apart"),
        [.. Pupil(5, "阿依努尔·买买提", Sex.Female, "", "")[..11], "1", "R2", "教基〔2026〕7号", "85.5", "美术"],
        Pupil(6, "黄六", Sex.Male, "", ""),
    ];

    /// <param name="edits">"D4=女|E5=2013-02-30": cells to overwrite; a grid grows where it must.</param>
    public static List<string[]> Grid(string edits) => Edited(Grid(), edits);

    public static List<string[]> Edited(List<string[]> grid, string edits)
    {
        foreach (var edit in edits.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = edit.IndexOf('=', StringComparison.Ordinal);
            var (column, row) = PlaceOf(edit[..at]);
            while (grid.Count <= row)
                grid.Add([]);
            string[] cells = [.. grid[row]];
            Array.Resize(ref cells, Math.Max(cells.Length, column + 1));
            cells[column] = edit[(at + 1)..];
            grid[row] = [.. cells.Select(cell => cell ?? "")];
        }
        return grid;
    }

    public static string[] Pupil(int number, string name, Sex sex, string bundle, string wish) =>
    [
        Invariant($"T-{number:000000}"), RecordNo(number, sex), name, sex is Sex.Male ? "男" : "F", Born(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "第一实验小学", "是", "N", number == 6 ? "A1" : "", bundle, wish, "", "", "", "70", "",
    ];

    public static DateOnly Born(int number) => new DateOnly(2013, 9, 1).AddDays(number % 365);

    public static string RecordNo(int number, Sex sex)
    {
        var digits = Invariant($"{359901 + number / 500 % 99}{Born(number):yyyyMMdd}{number % 500 * 2 + (sex is Sex.Male ? 1 : 0):000}");
        return $"G{digits}{CitizenIdentityNumber.CheckCharacter(digits)}";
    }

    public static MemoryStream Csv(IEnumerable<string[]> grid, Encoding? encoding = null)
    {
        var text = string.Concat(grid.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));
        var used = encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new MemoryStream([.. used.GetPreamble(), .. used.GetBytes(text)]);
    }

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static (int Column, int Row) PlaceOf(string cell) =>
        (cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (place, letter) => place * 26 + letter - 'A' + 1) - 1, int.Parse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), CultureInfo.InvariantCulture) - 1);
}
