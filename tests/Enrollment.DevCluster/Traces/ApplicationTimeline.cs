namespace Enrollment.DevCluster.Traces;

/// <summary>One line of a timeline.</summary>
/// <param name="Span">What happened.</param>
/// <param name="Depth">How deep it lies below the submission.</param>
/// <param name="Offset">How long after the submission it began.</param>
/// <param name="Waited">How long nobody worked on it before: in a queue, or at a department that calls back.</param>
/// <param name="WaitedFor">What it waited for.</param>
internal sealed record TimelineRow(TraceSpan Span, int Depth, TimeSpan Offset, TimeSpan Waited, string? WaitedFor);

/// <summary>Everything the files tell about one application: its own trace, and the requests that are linked to it.</summary>
internal sealed record ApplicationTimeline(string Application, IReadOnlyList<TimelineRow> Rows)
{
    public TimeSpan Length => Rows.Max(row => row.Offset + row.Span.Duration);

    /// <summary>The application whose trace lasts longest; null when there is none.</summary>
    public static string? Longest(IReadOnlyList<TraceSpan> spans) => spans
        .Where(span => span.Tag(TraceSpan.Application) is not null)
        .GroupBy(span => span.Tag(TraceSpan.Application)!, StringComparer.Ordinal)
        .MaxBy(group => group.Max(span => span.End) - group.Min(span => span.Start))?.Key;

    /// <summary>Null when no span names the application.</summary>
    public static ApplicationTimeline? Of(string application, IReadOnlyList<TraceSpan> all)
    {
        var traces = all.Where(span => span.Tag(TraceSpan.Application) == application).Select(span => span.TraceId).ToHashSet(StringComparer.Ordinal);
        if (traces.Count == 0)
            return null;
        var own = all.Where(span => traces.Contains(span.TraceId)).ToList();
        var linked = own.SelectMany(span => span.Links).Select(link => link.TraceId).ToHashSet(StringComparer.Ordinal);
        var spans = own.Concat(all.Where(span => linked.Contains(span.TraceId) && !traces.Contains(span.TraceId))).OrderBy(span => span.Start).ToList();
        var known = spans.ToDictionary(span => span.SpanId, StringComparer.Ordinal);
        var children = spans.Where(span => span.ParentId is not null && known.ContainsKey(span.ParentId)).ToLookup(span => span.ParentId!, StringComparer.Ordinal);
        var roots = spans.Where(span => span.ParentId is null || !known.ContainsKey(span.ParentId));
        return new ApplicationTimeline(application, [.. roots.SelectMany(root => Below(root, 0, spans[0].Start, spans, children))]);
    }

    private static IEnumerable<TimelineRow> Below(TraceSpan span, int depth, DateTimeOffset origin, List<TraceSpan> all, ILookup<string, TraceSpan> children)
    {
        var (since, what) = WaitOf(span, all);
        yield return new TimelineRow(span, depth, span.Start - origin, since is { } start && start < span.Start ? span.Start - start : TimeSpan.Zero, what);
        foreach (var row in children[span.SpanId].SelectMany(child => Below(child, depth + 1, origin, all, children)))
            yield return row;
    }

    // A message waits from the end of its sending; a callback from the end of the question.
    private static (DateTimeOffset? Since, string? What) WaitOf(TraceSpan span, List<TraceSpan> all)
    {
        if (span.Tag(TraceSpan.Queue) is { } queue)
            return (LastEnd(all.Where(sent => sent.ParentId == span.ParentId), before: span, $"queue insert {queue}") ?? LastEnd(all, before: span, $"queue insert {queue}"), $"queue {queue}");
        if (span.Kind is SpanKind.Consumer && span.Tag(TraceSpan.Department) is { } department)
            return (LastEnd(all, before: span, $"ask {department}"), $"callback of {department}");
        return (null, null);
    }

    private static DateTimeOffset? LastEnd(IEnumerable<TraceSpan> all, TraceSpan before, string name) =>
        all.Where(span => span.Name == name && span.TraceId == before.TraceId && span.Start < before.Start).Select(span => (DateTimeOffset?)span.End).Max();
}
