using System.Collections.Concurrent;

namespace Enrollment.Functions.Admission;

/// <summary>The rounds this process works on, so that the timer does not set a second message on them. Only a hint: two hosts may work on one, and nothing happens.</summary>
internal sealed class RoundsInHand
{
    private readonly ConcurrentDictionary<RoundName, int> _rounds = new();

    public bool Has(RoundName round) => _rounds.ContainsKey(round);

    public IDisposable Take(RoundName round)
    {
        _rounds.AddOrUpdate(round, 1, (_, held) => held + 1);
        return new Hold(this, round);
    }

    private sealed class Hold(RoundsInHand rounds, RoundName round) : IDisposable
    {
        public void Dispose()
        {
            if (rounds._rounds.AddOrUpdate(round, 0, (_, held) => held - 1) == 0)
                rounds._rounds.TryRemove(new KeyValuePair<RoundName, int>(round, 0));
        }
    }
}
