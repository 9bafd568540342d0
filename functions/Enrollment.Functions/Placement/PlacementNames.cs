namespace Enrollment.Functions.Placement;

/// <summary>Where placements live, and the queue their draws wait in.</summary>
internal static class PlacementNames
{
    public const string Table = "Placements";
    public const string Container = "placements";
    public const string Queue = "placement";
    public const string Poison = Queue + "-poison";
    public const string Route = "schools/{code}/placements";
}

/// <summary>"Look at this placement." The table is the truth; the message carries no data.</summary>
internal sealed record DrawMessage(string School, string Run, string? TraceParent)
{
    /// <summary>What it speaks of.</summary>
    public string Subject() => $"{School}/{Run}";
}
