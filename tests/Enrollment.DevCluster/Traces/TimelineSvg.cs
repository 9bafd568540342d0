using System.Globalization;
using System.Xml.Linq;

namespace Enrollment.DevCluster.Traces;

/// <summary>A timeline as a picture: what happened at the left, when and how long at the right.</summary>
internal sealed class TimelineSvg
{
    private const int RowHeight = 18;
    private const int Head = 56;
    private const int TextWidth = 390;
    private const int BarsWidth = 620;
    private const int NotesWidth = 190;
    private const int Ticks = 6;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly ApplicationTimeline _timeline;
    private readonly XElement _root;
    private int _line;

    private TimelineSvg(ApplicationTimeline timeline)
    {
        var lines = timeline.Rows.Count + timeline.Rows.Count(row => row.Waited > TimeSpan.Zero);
        var (width, height) = (TextWidth + BarsWidth + NotesWidth, Head + (lines * RowHeight) + 12);
        _timeline = timeline;
        _root = new XElement(Svg + "svg", new XAttribute("viewBox", $"0 0 {width} {height}"), new XAttribute("width", width), new XAttribute("height", height),
            new XAttribute("font-family", "system-ui, sans-serif"), new XAttribute("font-size", 12), new XAttribute("role", "img"),
            new XElement(Svg + "title", $"Application {timeline.Application} from its submission to its end"),
            new XElement(Svg + "rect", new XAttribute("width", width), new XAttribute("height", height), new XAttribute("fill", "#fff")));
    }

    public static string Of(ApplicationTimeline timeline)
    {
        var picture = new TimelineSvg(timeline);
        picture.DrawHead();
        foreach (var row in timeline.Rows)
            picture.Draw(row);
        return picture._root + "\n";
    }

    private void DrawHead()
    {
        _root.Add(Words(10, 20, $"application {_timeline.Application}: {Seconds(_timeline.Length)} s, {_timeline.Rows.Count.ToString(CultureInfo.InvariantCulture)} spans", "#000", isBold: true));
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var (x, at) = (TextWidth + (BarsWidth * tick / Ticks), _timeline.Length * tick / Ticks);
            _root.Add(new XElement(Svg + "line", new XAttribute("x1", x), new XAttribute("x2", x), new XAttribute("y1", Head - 8), new XAttribute("y2", "100%"), new XAttribute("stroke", "#ddd")));
            _root.Add(Words(x + 2, Head - 12, $"{Seconds(at)} s", "#666"));
        }
    }

    private void Draw(TimelineRow row)
    {
        if (row.Waited > TimeSpan.Zero)
            Line(row.Depth, $"waits: {row.WaitedFor}", row.Offset - row.Waited, row.Waited, "#c8ccd2", "#666", "");
        Line(row.Depth, row.Span.Name, row.Offset, row.Span.Duration, ColorOf(row.Span), "#000", TimelineTable.Result(row.Span));
    }

    private void Line(int depth, string what, TimeSpan offset, TimeSpan duration, string fill, string ink, string result)
    {
        var top = Head + (_line++ * RowHeight);
        var x = TextWidth + (BarsWidth * (offset / _timeline.Length));
        var width = Math.Max(2, BarsWidth * (duration / _timeline.Length));
        _root.Add(Words(10 + (depth * 14), top + 13, what, ink));
        _root.Add(new XElement(Svg + "rect", new XAttribute("x", Number(x)), new XAttribute("y", top + 3), new XAttribute("width", Number(width)),
            new XAttribute("height", RowHeight - 6), new XAttribute("rx", 2), new XAttribute("fill", fill)));
        _root.Add(Words((int)(x + width) + 4, top + 13, $"{duration.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms  {result}".TrimEnd(), "#444"));
    }

    private static XElement Words(int x, int y, string text, string color, bool isBold = false) => new(Svg + "text", new XAttribute("x", x), new XAttribute("y", y),
        new XAttribute("fill", color), isBold ? new XAttribute("font-weight", "bold") : null, text);

    private static string ColorOf(TraceSpan span) => span switch
    {
        { HasFailed: true } => "#c0392b",
        { Kind: SpanKind.Client } when span.Tag(TraceSpan.Department) is not null => "#d98e04",
        { Kind: SpanKind.Client } => "#7fa7d6",
        { Kind: SpanKind.Internal } => "#2e8b57",
        _ => "#2f5d9b",
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
