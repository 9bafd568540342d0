namespace Enrollment.DevCluster.Traces;

/// <summary>All spans of a file, or of every .jsonl file of a folder.</summary>
internal static class SpanFile
{
    public static IReadOnlyList<TraceSpan> Read(string path) =>
        [.. (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jsonl") : [path]).SelectMany(LinesOf).SelectMany(TraceSpan.In)];

    // The service may be writing: a last line without its end is not one yet.
    private static IEnumerable<string> LinesOf(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
