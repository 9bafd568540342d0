namespace Enrollment.DevCluster.Demo.Faults;

/// <summary>What went wrong in a bad season, and what it left behind.</summary>
internal sealed record FaultReport(Misfortunes Misfortunes, MemoryFigures Memory, Leftovers Leftovers)
{
    public bool IsGood => Memory.IsFlat && Leftovers.IsNothing;

    /// <summary>For out.json.</summary>
    public object ForJson => new
    {
        Misfortunes.Behaviors,
        Misfortunes.Files,
        Misfortunes.Outages,
        Misfortunes.Kills,
        Misfortunes.FailedStarts,
        memory = new { Memory.Samples, firstThirdMiB = Memory.FirstThird, lastThirdMiB = Memory.LastThird, highestMiB = Memory.Highest, boundMiB = Memory.Bound, Memory.IsFlat },
        left = new { Leftovers.Stuck, Leftovers.Forgotten, Leftovers.DueRows, expectedDueRows = Leftovers.Expected, Leftovers.DeadLetters, Leftovers.OpenDeadLetters, Leftovers.Poisoned },
    };

    public IEnumerable<string> Lines()
    {
        yield return FormattableString.Invariant($"went wrong: {Misfortunes.Behaviors} changes of departments' behavior, {Misfortunes.Outages} outages, {Misfortunes.Files} changes of what happens to files, {Misfortunes.Kills} hosts killed ({Misfortunes.FailedStarts} starts that failed)");
        yield return FormattableString.Invariant($"memory of the host that lived on: median {Memory.FirstThird} MiB in the first third, {Memory.LastThird} MiB in the last (bound {Memory.Bound}), highest {Memory.Highest}, {Memory.Samples} samples: {(Memory.IsFlat ? "flat" : "GROWS")}");
        yield return FormattableString.Invariant($"left: {Leftovers.DueRows} due rows, {Leftovers.Expected} expected; {Leftovers.Stuck.Count} stuck, {Leftovers.Forgotten.Count} forgotten; dead letters {Leftovers.DeadLetters.Values.Sum()}, open {Leftovers.OpenDeadLetters}; in poison queues {Leftovers.Poisoned}");
    }
}
