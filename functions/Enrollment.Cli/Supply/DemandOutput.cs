using System.Globalization;
using System.Text.Json;
using Enrollment.Domain.Admission.Forecast;
using Enrollment.Files.Supply;

namespace Enrollment.Cli.Supply;

/// <summary>A forecast as a table for people, or for machines.</summary>
internal static class DemandOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static void Write(DemandReport report, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(JsonSerializer.Serialize(DemandJson.Of(report), Options));
                break;
            case "csv":
                DemandSheet.Of(report).WriteCsv(output);
                break;
            default:
                WriteTable(report, output);
                break;
        }
    }

    private static void WriteTable(DemandReport report, TextWriter output)
    {
        foreach (var school in report.Lines.GroupBy(line => line.School))
        {
            output.WriteLine($"{school.Key}  {string.Join("  ", school.Select(line => string.Create(CultureInfo.InvariantCulture,
                $"{line.Year} {line.Needed,4}/{line.Seats,-4} {DemandSheet.ColorOf(line.Level)}{(line.IsWhole ? " " : "*")}")))}".TrimEnd());
        }
        foreach (var zone in report.Unserved)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{zone.Zone}  {zone.Year} {zone.Needed,4}/0    {DemandSheet.ColorOf(DemandLevel.Red)}"));
    }
}
