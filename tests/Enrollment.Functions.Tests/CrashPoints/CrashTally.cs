namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>One way through the service, with at most one call that failed.</summary>
/// <param name="Calls">The calls it made.</param>
/// <param name="HasFired">Whether the planned call came and failed.</param>
/// <param name="Violations">What does not hold afterwards.</param>
/// <param name="Took">How much service time it took, where that is measured.</param>
internal sealed record CrashRun(IReadOnlyList<string> Calls, bool HasFired, IReadOnlyList<string> Violations, TimeSpan Took = default);

/// <summary>What came of the same way again and again, each time with another call that fails.</summary>
/// <param name="Runs">How many there were.</param>
/// <param name="Fired">In how many of them the call failed.</param>
/// <param name="Failures">Every violation, with the call and its fault.</param>
/// <param name="Delay">By how much a fault delayed it at the most.</param>
internal sealed record CrashTally(int Runs, int Fired, IReadOnlyList<string> Failures, TimeSpan Delay)
{
    /// <summary>Every call, failing in every way.</summary>
    public static IEnumerable<(string Site, CallFault Fault)> Everywhere(IEnumerable<string> sites) =>
        sites.SelectMany(_ => Enum.GetValues<CallFault>(), (site, fault) => (site, fault));

    /// <param name="points">Which call fails in which way.</param>
    /// <param name="undisturbed">What a run without faults takes.</param>
    /// <param name="run">Runs once.</param>
    public static async Task<CrashTally> OfAsync(IEnumerable<(string Site, CallFault Fault)> points, TimeSpan undisturbed, Func<(string Site, CallFault Fault), Task<CrashRun>> run)
    {
        var (runs, fired, failures, delay) = (0, 0, new List<string>(), TimeSpan.Zero);
        foreach (var point in points)
        {
            var ran = await run(point);
            failures.AddRange(ran.Violations.Select(violation => $"{point.Site}, {point.Fault}: {violation}"));
            delay = ran.Took - undisturbed > delay ? ran.Took - undisturbed : delay;
            (runs, fired) = (runs + 1, fired + (ran.HasFired ? 1 : 0));
        }
        return new CrashTally(runs, fired, failures, delay);
    }
}
