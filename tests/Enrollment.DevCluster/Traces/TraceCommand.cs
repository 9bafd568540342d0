using System.CommandLine;
using Spectre.Console;

namespace Enrollment.DevCluster.Traces;

/// <summary>`trace`: what became of one application, from the file the demo's hosts write.</summary>
internal static class TraceCommand
{
    private const int Failed = 1;
    private const int PipedWidth = 160;

    public static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "The application's number; by default the one that took longest", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string>("--from") { Description = "A file of OTLP JSON lines, or a folder of them", DefaultValueFactory = _ => TelemetryFolder.Path };
        var svg = new Option<FileInfo>("--svg") { Description = "Draw the timeline to this file" };
        var command = new Command("trace", "Show one application of the last demo as a timeline") { id, from, svg };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(id), parsed.GetValue(from)!, parsed.GetValue(svg), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? id, string from, FileInfo? svg, CancellationToken cancellation)
    {
        if (!Path.Exists(from))
            return await FailAsync($"There is no {from}; ./dev demo writes it.");
        var spans = SpanFile.Read(from);
        if ((id ?? ApplicationTimeline.Longest(spans)) is not { } application || ApplicationTimeline.Of(application, spans) is not { } timeline)
            return await FailAsync($"No span in {from} tells of {(id is null ? "an application" : $"application {id}")}.");
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = PipedWidth;
        AnsiConsole.Write(TimelineTable.Of(timeline));
        if (svg is not null)
            await File.WriteAllTextAsync(svg.FullName, TimelineSvg.Of(timeline), cancellation);
        return 0;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return Failed;
    }
}
