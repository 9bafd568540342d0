using System.CommandLine;
using Enrollment.Files.Supply;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Cli.Supply;

internal static class CheckSupply
{
    public static Command Create(Texts texts)
    {
        var schools = new Option<FileInfo>("--schools") { Description = texts["Option_Schools"], Required = true };
        var zones = new Option<FileInfo>("--zones") { Description = texts["Option_Zones"], Required = true };
        var map = new Option<FileInfo?>("--geojson") { Description = texts["Option_GeoJson"] };
        var buildings = new Option<FileInfo?>("--buildings") { Description = texts["Option_Buildings"] };
        var year = new Option<int?>("--year") { Description = texts["Option_SupplyYear"] };
        var district = new Option<string>("--district") { Description = texts["Option_District"], DefaultValueFactory = _ => "鲤城区" };
        var unit = new Option<string>("--unit") { Description = texts["Option_Unit"], DefaultValueFactory = _ => "meters" }.AcceptOnlyFromAmong("meters", "degrees");
        var json = new Option<bool>("--json") { Description = texts["Option_SupplyJson"] };
        var command = new Command("check", texts["Command_SupplyCheck"]) { schools, zones, map, buildings, year, district, unit, json };
        command.SetAction(parsed =>
        {
            using var streams = new SupplyStreams(texts, parsed.InvocationConfiguration.Error);
            var (schoolFile, zoneFile) = (streams.Open(parsed.GetRequiredValue(schools)), streams.Open(parsed.GetRequiredValue(zones)));
            var (mapFile, buildingFile) = (streams.OpenIfNamed(parsed.GetValue(map)), streams.OpenIfNamed(parsed.GetValue(buildings)));
            if (streams.IsMissing)
                return ExitCode.Usage;
            var files = new SupplyFiles(schoolFile!, zoneFile!, mapFile, buildingFile, parsed.GetRequiredValue(district), parsed.GetValue(unit) == "degrees" ? PlaneUnit.Degrees : PlaneUnit.Meters);
            return Report(ReadSupply.Of(files, parsed.GetValue(year)), parsed.GetValue(json), texts, parsed.InvocationConfiguration);
        });
        return command;
    }

    private static int Report(SupplyReading reading, bool isJson, Texts texts, InvocationConfiguration streams)
    {
        if (isJson)
            streams.Output.WriteLine(SupplyReport.Json(reading, texts.Language));
        else
            SupplyReport.Write(reading, texts, streams.Output);
        return reading is SupplyReading.Read { Total: 0 } ? ExitCode.Holds : ExitCode.DoesNotHold;
    }
}
