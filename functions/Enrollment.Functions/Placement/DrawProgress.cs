using System.Collections.Concurrent;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Functions.Placement;

/// <summary>How far the draws of this process are. Only shown, never stored: a draw is over in seconds, and after a crash it starts anew.</summary>
internal sealed class DrawProgress
{
    private readonly ConcurrentDictionary<PlacementName, int> _hundredths = new();

    public int? HundredthsOf(PlacementName placement) => _hundredths.TryGetValue(placement, out var done) ? done : null;

    public Telling Of(PlacementName placement) => new(this, placement);

    internal sealed class Telling(DrawProgress progress, PlacementName placement) : IDisposable
    {
        public void Report(int done, int all) => progress._hundredths[placement] = (int)(100L * done / all);

        public void Dispose() => progress._hundredths.TryRemove(placement, out _);
    }
}
