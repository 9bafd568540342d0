using System.Globalization;
using System.Text;
using Enrollment.Domain.Identity;
using MiniExcelLibs;

namespace Enrollment.DevCluster.Seeds.Rosters;

/// <summary>Three rosters of invented junior pupils: a small workbook, a large school by lot, and one with scores.</summary>
internal static class SeedRosters
{
    private static readonly string[] Header =
        ["报名号", "学籍号", "姓名", "性别", "出生日期", "毕业小学", "住宿", "随迁子女", "特殊需要", "多胞胎编号", "同班意愿"];

    private static readonly string[] Scores = ["成绩:语文", "成绩:数学", "成绩:英语"];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        WriteWorkbook(Path.Combine(folder, "junior-150.xlsx"), Roster(150, 150, withScores: false));
        WriteCsv(Path.Combine(folder, "junior-720.csv"), Header, Roster(720, 720, withScores: false));
        WriteCsv(Path.Combine(folder, "junior-720-teams.csv"), ["团队编号", "班主任", "回避学生报名号"],
            Enumerable.Range(1, 16).Select(team => (string[])[$"T{team:00}", $"班主任{team:00}", team == 5 ? "J720-0005" : ""]));
        WriteCsv(Path.Combine(folder, "junior-1500-scores.csv"), [.. Header, .. Scores], Roster(1500, 1500, withScores: true));
    }

    private static List<string[]> Roster(int pupils, ulong seed, bool withScores)
    {
        var (chance, numbers, rows) = (new Chance(seed), new IdentityNumbers(), new List<string[]>());
        for (var i = 1; i <= pupils; i++)
        {
            var isTwin = i % 60 == 2;
            var twin = isTwin ? rows[^1] : null;
            var sex = chance.Below(1000) < 530 ? Sex.Male : Sex.Female;
            var born = twin is null
                ? chance.Between(new DateOnly(2013, 9, 1), new DateOnly(2014, 8, 31))
                : DateOnly.ParseExact(twin[4], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var surname = twin is null ? Names.Surname(chance) : twin[2][..1];
            string[] row =
            [
                string.Create(CultureInfo.InvariantCulture, $"J{pupils}-{i:0000}"), $"G{numbers.Next(chance, born, sex)}",
                Names.Full(chance, chance.OneIn(200) ? Naming.Rare : Naming.Usual, surname, sex), sex is Sex.Male ? "男" : "女",
                born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"第{1 + Math.Min(chance.Below(12), chance.Below(12))}实验小学",
                chance.OneIn(5) ? "是" : "否", chance.OneIn(4) ? "是" : "否", chance.OneIn(45) ? "A1" : "", "", "",
            ];
            if (twin is not null)
            {
                var (family, wish) = (string.Create(CultureInfo.InvariantCulture, $"B{i:0000}"), i % 180 == 2 ? "分班" : "同班");
                (twin[9], twin[10], row[9], row[10]) = (family, wish, family, wish);
            }
            rows.Add(withScores ? [.. row, .. ScoresOf(chance)] : row);
        }
        return rows;
    }

    /// <summary>Half points around means that differ by subject, alike within a pupil.</summary>
    private static string[] ScoresOf(Chance chance)
    {
        var ability = Bell(chance);
        return [.. new (int Mean, int Spread)[] { (780, 13), (740, 17), (760, 15) }.Select(subject =>
        {
            var tenths = Math.Clamp(subject.Mean + (8 * ability + 6 * Bell(chance)) * subject.Spread / 100, 0, 1000) / 5 * 5;
            return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
        })];
    }

    // Twelve throws of 0 to 10 around their mean: a standard deviation of about eleven.
    private static int Bell(Chance chance) => Enumerable.Range(0, 12).Sum(_ => chance.Below(11)) - 60;

    private static void WriteCsv(string path, string[] header, IEnumerable<string[]> rows) =>
        File.WriteAllText(path, string.Concat(rows.Prepend(header).Select(row => string.Join(',', row) + "\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private static void WriteWorkbook(string path, List<string[]> rows)
    {
        using var book = new MemoryStream();
        MiniExcel.SaveAs(book, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["学生"] = rows.Select(row => Header.Zip(row).ToDictionary(pair => pair.First, pair => (object)pair.Second, StringComparer.Ordinal)).ToList(),
            ["班级"] = Enumerable.Range(1, 3).Select(number => new Dictionary<string, object>(StringComparer.Ordinal) { ["班号"] = number, ["容量"] = 52 }).ToList(),
            ["教师团队"] = Enumerable.Range(1, 3).Select(team => new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["团队编号"] = $"T{team}",
                ["班主任"] = $"班主任{team}",
                ["回避学生报名号"] = team == 2 ? "J150-0007" : "",
            }).ToList(),
        });
        using var file = File.Create(path);
        SettledBook.Write(book, file);
    }
}
