using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Tests.Departments.Outages;

/// <summary>What a drill showed.</summary>
internal sealed record DrillReport(IReadOnlyList<Application> Ended, IReadOnlyDictionary<(int, Department), DateTimeOffset> Answered,
    IReadOnlyList<DateTimeOffset> Attempts, DateTimeOffset? Opened, DateTimeOffset? Done, int Losses)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>Checks of the other departments that were answered within five seconds of their application.</summary>
    public int OthersSoon => Answered.Count(answer => answer.Key.Item2 is not OutageDrill.Bad && answer.Value - (OutageDrill.Start + (OutageDrill.Arrivals * answer.Key.Item1)) <= Soon);

    /// <summary>When the last of the applications that came before this moment had its last answer; null when one never had.</summary>
    public DateTimeOffset? DoneOfThoseBefore(DateTimeOffset moment)
    {
        var those = Enumerable.Range(0, Ended.Count).Where(n => OutageDrill.Start + (OutageDrill.Arrivals * n) < moment).ToHashSet();
        return those.All(n => Answered.ContainsKey((n, OutageDrill.Bad))) ? Answered.Where(answer => those.Contains(answer.Key.Item1)).Max(answer => answer.Value) : null;
    }

    public int AttemptsBetween(DateTimeOffset from, DateTimeOffset to) => Attempts.Count(at => at >= from && at < to);

    /// <summary>The shortest time between two attempts of these; the longest time there is when there are not two.</summary>
    public TimeSpan ShortestGap(DateTimeOffset from, DateTimeOffset to)
    {
        var these = Attempts.Where(at => at >= from && at < to).Order().ToList();
        return these.Zip(these.Skip(1), (one, next) => next - one).DefaultIfEmpty(TimeSpan.MaxValue).Min();
    }
}
