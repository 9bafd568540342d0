using System.Globalization;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Demo.Faults;

/// <summary>A host's settings for a season in which everything goes wrong: days are seconds, and every department is asked through Simmy.</summary>
internal static class BadSeasonSettings
{
    /// <summary>The department that answers by files.</summary>
    public const Department ByFiles = Department.SocialSecurity;

    private const Department BlackedOut = Department.CivilAffairs;
    private static readonly TimeSpan ShortestRecheck = TimeSpan.FromSeconds(15);

    // An office that is silent for good is asked again and again: the more families it keeps waiting, the longer the pause, or its circuit is never closed.
    public static TimeSpan RecheckEvery(int families) => TimeSpan.FromSeconds(Math.Max(ShortestRecheck.TotalSeconds, families / 100.0));

    public static Dictionary<string, string> For(int families)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Longer than any misfortune that passes: a register that is given up too early stays unasked where the others prove the claim without it.
            ["Verification__GiveUpAfter"] = "00:01:00",
            ["Verification__RecheckEvery"] = RecheckEvery(families).ToString("c", CultureInfo.InvariantCulture),
            [$"Departments__{BlackedOut}__Chaos__BlackoutAfter"] = "00:00:20",
            [$"Departments__{BlackedOut}__Chaos__BlackoutFor"] = "00:00:08",
        };
        foreach (var department in Enum.GetValues<Department>())
        {
            settings[$"Departments__{department}__Chaos__FaultRate"] = "0.03";
            settings[$"Departments__{department}__Chaos__UnavailableRate"] = "0.03";
            settings[$"Departments__{department}__Chaos__LatencyRate"] = "0.05";
            settings[$"Departments__{department}__Chaos__Latency"] = "00:00:01";
            settings[$"Departments__{department}__Chaos__Seed"] = ((int)department + 1).ToString(CultureInfo.InvariantCulture);
        }
        return settings;
    }
}
