using System.Globalization;
using System.Text;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Exports;

namespace Enrollment.Cli.Placement;

/// <summary>What a placement leaves behind: what is published, and beside it what is not.</summary>
internal static class PlacementFolder
{
    public const string Record = "record.json";
    public const string AuditorRecord = "auditor-record.json";
    public const string Report = "report.json";
    public const string Picture = "report.svg";
    public const string StaffReport = "staff-report.json";
    public const string Classes = "classes.csv";
    public const string RowCodes = "row-codes.csv";

    public static void Write(string folder, PreparedPlacement prepared, PlacementResult result, PlacementRecord record)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Record), record.WithoutAttributes().ToJson());
        if (record.Attributes is not null)
            File.WriteAllBytes(Path.Combine(folder, AuditorRecord), record.ToJson());
        WriteCsv(Path.Combine(folder, Classes), ["班级", "教师团队", "报名号", "姓名", "性别"], Enumerable.Range(0, prepared.Pupils.Count)
            .OrderBy(result.ClassOf).ThenBy(i => prepared.Pupils[i].TicketId, StringComparer.Ordinal).Select(i => RowOf(i, prepared, result)));
        WriteCsv(Path.Combine(folder, RowCodes), ["报名号", "凭证号"], prepared.Pupils
            .Select((pupil, i) => (string[])[pupil.TicketId, prepared.List.Rows[i].Row.ToString()]).OrderBy(cells => cells[0], StringComparer.Ordinal));
    }

    /// <summary>What of the report is published, and the whole of it for staff.</summary>
    public static void Write(string folder, BalanceReport report, CultureInfo language)
    {
        var shown = report.ForPublic();
        File.WriteAllBytes(Path.Combine(folder, Report), shown.ToJson());
        File.WriteAllText(Path.Combine(folder, Picture), BalanceSvg.Draw(shown, language));
        File.WriteAllBytes(Path.Combine(folder, StaffReport), report.ToJson());
    }

    private static string[] RowOf(int i, PreparedPlacement prepared, PlacementResult result)
    {
        var pupil = prepared.Pupils[i];
        var number = result.ClassOf(i);
        return [CsvText.Of(number), result.Teams?[number - 1] ?? "", pupil.TicketId, pupil.Name.Value, pupil.Sex is Sex.Male ? "男" : "女"];
    }

    private static void WriteCsv(string path, string[] header, IEnumerable<string[]> rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        CsvText.Write(file, header, rows);
    }
}
