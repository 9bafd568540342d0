using System.CommandLine;
using Enrollment.Domain.Admission.Forecast;
using Enrollment.Files.Supply;

namespace Enrollment.Cli.Supply;

internal static class ForecastDemand
{
    public static Command Create(Texts texts)
    {
        var schools = new Option<FileInfo>("--schools") { Description = texts["Option_Schools"], Required = true };
        var zones = new Option<FileInfo>("--zones") { Description = texts["Option_Zones"], Required = true };
        var births = new Option<FileInfo>("--births") { Description = texts["Option_Births"], Required = true };
        var projects = new Option<FileInfo?>("--projects") { Description = texts["Option_Projects"] };
        var year = new Option<int?>("--year") { Description = texts["Option_FirstYear"] };
        var takeUp = new Option<int>("--take-up") { Description = texts["Option_TakeUp"], DefaultValueFactory = _ => 1000 };
        var newcomers = new Option<int>("--newcomers") { Description = texts["Option_Newcomers"], DefaultValueFactory = _ => 0 };
        var format = new Option<string>("--format") { Description = texts["Option_DemandFormat"], DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command("demand", texts["Command_Demand"]) { schools, zones, births, projects, year, takeUp, newcomers, format };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            using var streams = new SupplyStreams(texts, error);
            var (one, two, three, four) = (streams.Open(parsed.GetRequiredValue(schools)), streams.Open(parsed.GetRequiredValue(zones)), streams.Open(parsed.GetRequiredValue(births)), streams.OpenIfNamed(parsed.GetValue(projects)));
            if (streams.IsMissing || !IsPerMille(parsed.GetValue(takeUp)) || !IsPerMille(parsed.GetValue(newcomers)))
                return ExitCode.Usage;
            var reading = ReadDemand.Of(new DemandFiles(one!, two!, three!, four), asOf: null);
            if (reading is DemandReading.Faulty faulty)
            {
                foreach (var fault in faulty.Faults)
                    error.WriteLine(SupplyTexts.Of(fault, texts.Language));
                return ExitCode.Usage;
            }
            var read = (DemandReading.Read)reading;
            var input = read.Input with { FirstYear = parsed.GetValue(year) ?? read.Input.FirstYear, TakeUpPerMille = parsed.GetValue(takeUp), NewcomersPerMille = parsed.GetValue(newcomers) };
            var report = DemandForecast.Of(input);
            DemandOutput.Write(report, parsed.GetValue(format)!, output);
            return report.Unserved.Count == 0 && report.Lines.All(line => line.Level is DemandLevel.Green or DemandLevel.Yellow) ? ExitCode.Holds : ExitCode.DoesNotHold;
        });
        return command;
    }

    private static bool IsPerMille(int value) => value is >= 0 and <= 5000;
}
