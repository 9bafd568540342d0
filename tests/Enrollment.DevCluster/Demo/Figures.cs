namespace Enrollment.DevCluster.Demo;

/// <summary>What was read back from the service, beside what the generator knows to be right.</summary>
internal sealed record Figures(
    IReadOnlyList<Case> Cases, TimeSpan AppliedAfter, Looks Looks, StorageOperations? Operations)
{
    public IReadOnlyList<Case> Differences { get; } = [.. Cases.Where(@case => !@case.EndsAsExpected)];

    public IReadOnlyList<Outcome> Outcomes { get; } = Count(Cases, @case => @case.Seen);

    public IReadOnlyList<Outcome> Expected { get; } = Count(Cases, @case => @case.Family.Truth);

    public IReadOnlyList<CheckOutcome> Checks { get; } = Count(Cases.Select(@case => @case.Seen));

    public IReadOnlyList<CheckOutcome> ExpectedChecks { get; } = Count(Cases.Select(@case => @case.Family.Truth));

    /// <summary>From the first submission to the last change, by the service's own times.</summary>
    public TimeSpan SettledAfter { get; } = Cases.Any(@case => @case.Took is not null)
        ? Cases.Max(@case => @case.Took?.SettledAt)!.Value - Cases.Min(@case => @case.Took?.SubmittedAt)!.Value
        : TimeSpan.Zero;

    /// <summary>How long the given part of the families waited at most.</summary>
    public TimeSpan WithinWhich(double part)
    {
        List<TimeSpan> lengths = [.. Cases.Where(@case => @case.Took is not null).Select(@case => @case.Took!.Length).Order()];
        return lengths.Count == 0 ? TimeSpan.Zero : lengths[(int)Math.Ceiling(part * lengths.Count) - 1];
    }

    public double ApplicationsPerSecond => SettledAfter == TimeSpan.Zero ? 0 : Cases.Count / SettledAfter.TotalSeconds;

    /// <summary>What the service spends on one; the demo's own reading is taken off. Null where a host took its counts with it.</summary>
    public double? OperationsPerApplication => Operations is null ? null : (double)(Operations.Work - Looks.Operations) / Cases.Count;

    private static IReadOnlyList<Outcome> Count(IReadOnlyList<Case> cases, Func<Case, Ending?> ending) =>
        [.. cases
            .GroupBy(@case => (@case.Family.Claimed, ending(@case)?.Established, ending(@case)?.Proposed, Status: ending(@case)?.Status ?? "NotAccepted"))
            .Select(group => new Outcome(group.Key.Claimed, group.Key.Established, group.Key.Proposed, group.Key.Status, group.Count()))
            .OrderBy(outcome => outcome.ToString(), StringComparer.Ordinal)];

    private static IReadOnlyList<CheckOutcome> Count(IEnumerable<Ending?> endings) =>
        [.. endings
            .SelectMany(ending => ending is null ? [] : ending.Checks.AsEnumerable())
            .GroupBy(check => (check.Key, check.Value))
            .Select(group => new CheckOutcome(group.Key.Key, group.Key.Value, group.Count()))
            .OrderBy(outcome => outcome.ToString(), StringComparer.Ordinal)];
}

/// <summary>How often the demo read an application, and what each reading costs the storage account.</summary>
internal sealed record Looks(int Count, long OperationsEach)
{
    public long Operations => Count * OperationsEach;
}

internal sealed record Outcome(string Claimed, string? Established, string? Proposed, string Status, int Families);

internal sealed record CheckOutcome(string Department, string Status, int Checks);
