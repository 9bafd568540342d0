using System.Globalization;
using Spectre.Console;

namespace Enrollment.DevCluster.Traces;

/// <summary>A timeline for the terminal.</summary>
internal static class TimelineTable
{
    private const int BarWidth = 40;

    public static Table Of(ApplicationTimeline timeline)
    {
        var table = new Table().Title($"application {timeline.Application}").Border(TableBorder.Simple)
            .AddColumn("what").AddColumn(new TableColumn("from, s").RightAligned()).AddColumn(new TableColumn("took, ms").RightAligned()).AddColumn("").AddColumn("");
        foreach (var row in timeline.Rows)
        {
            if (row.Waited > TimeSpan.Zero)
                Add(table, row, $"waits: {row.WaitedFor}", row.Offset - row.Waited, row.Waited, "grey", '░', timeline.Length);
            Add(table, row, row.Span.Name, row.Offset, row.Span.Duration, ColorOf(row.Span), '█', timeline.Length);
        }
        return table;
    }

    public static string Result(TraceSpan span) => string.Join(' ',
        ((string?[])[span.Tag("http.response.status_code"), span.Tag("enrollment.outcome"), span.Tag("enrollment.status"), span.Tag("enrollment.category")]).OfType<string>());

    private static void Add(Table table, TimelineRow row, string what, TimeSpan offset, TimeSpan duration, string color, char mark, TimeSpan length)
    {
        var indent = new string(' ', 2 * row.Depth);
        table.AddRow(
            new Text($"{indent}{what}", new Style(Style.Parse(color).Foreground)),
            new Text(offset.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)),
            new Text(duration.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)),
            new Text(Bar(offset, duration, length, mark), new Style(Style.Parse(color).Foreground)),
            new Text(mark == '█' ? Result(row.Span) : ""));
    }

    private static string Bar(TimeSpan offset, TimeSpan duration, TimeSpan length, char mark)
    {
        var start = Math.Min(BarWidth - 1, (int)(BarWidth * (offset / length)));
        return new string(' ', start) + new string(mark, Math.Clamp((int)Math.Round(BarWidth * (duration / length)), 1, BarWidth - start));
    }

    private static string ColorOf(TraceSpan span) => span switch
    {
        { HasFailed: true } => "red",
        { Kind: SpanKind.Client } when span.Tag(TraceSpan.Department) is not null => "yellow",
        { Kind: SpanKind.Client } => "blue",
        { Kind: SpanKind.Internal } => "green",
        _ => "white",
    };
}
