using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Enrollment.Files.Supply;

namespace Enrollment.Cli.Supply;

/// <summary>What a check found, for people and for machines.</summary>
internal static class SupplyReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(SupplyReading reading, Texts texts, TextWriter output)
    {
        foreach (var fault in FaultsOf(reading))
            output.WriteLine(SupplyTexts.Of(fault, texts.Language));
        output.WriteLine(reading switch
        {
            SupplyReading.Faulty faulty => string.Format(texts.Language, texts["Supply_Faulty"], faulty.Total),
            SupplyReading.Read { Figures: var of } read => string.Format(texts.Language, texts["Supply_Read"], of.Schools, of.Zones, of.Lines, of.Polygons, of.Buildings, read.Total),
            _ => throw new InvalidOperationException("SupplyReading is closed."),
        });
    }

    public static string Json(SupplyReading reading, CultureInfo language) => JsonSerializer.Serialize(new
    {
        Usable = reading is SupplyReading.Read,
        Total = reading switch { SupplyReading.Read read => read.Total, SupplyReading.Faulty faulty => faulty.Total, _ => 0 },
        Figures = (reading as SupplyReading.Read)?.Figures,
        Findings = FaultsOf(reading).Select(fault => new { File = fault.File.ToString(), fault.Line, fault.Column, Code = fault.Code.ToWireForm(), fault.Detail, Text = SupplyTexts.Of(fault, language) }),
    }, Options);

    private static IReadOnlyList<SupplyFault> FaultsOf(SupplyReading reading) => reading switch
    {
        SupplyReading.Read read => read.Findings,
        SupplyReading.Faulty faulty => faulty.Faults,
        _ => throw new InvalidOperationException("SupplyReading is closed."),
    };
}
