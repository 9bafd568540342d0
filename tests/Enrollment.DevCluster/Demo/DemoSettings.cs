using Enrollment.DevCluster.Demo.Faults;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Demo;

/// <summary>What a demo's hosts have other than a season's.</summary>
internal static class DemoSettings
{
    // A department that is down for good ends with a person within half a minute instead of days.
    private static readonly Dictionary<string, string> Impatient = new(StringComparer.Ordinal)
    {
        ["Verification__RetryAfter__0"] = "00:00:05",
        ["Verification__CallbackDeadline"] = "00:00:15",
        ["Verification__GiveUpAfter"] = "00:00:20",
        // A demo runs at any hour, and nobody's phone rings.
        ["Notices__QuietFrom"] = "00:00:00",
        ["Notices__QuietUntil"] = "00:00:00",
    };

    public static Dictionary<string, string> For(DemoOptions options, string? supplyFolder)
    {
        var settings = new Dictionary<string, string>(Impatient, StringComparer.Ordinal);
        foreach (var (name, value) in options.Faults is FaultSet.All ? BadSeasonSettings.For(options.Families) : [])
            settings[name] = value;
        if (supplyFolder is not null)
        {
            settings["Supply__Folder"] = supplyFolder;
            // In this season the departments that were silent come back.
            settings["Verification__RecheckEvery"] = "00:00:20";
        }
        AnswerByFiles(settings, options.Faults is FaultSet.All ? [.. options.ByFiles.Append(BadSeasonSettings.ByFiles).Distinct()] : options.ByFiles);
        return settings;
    }

    // The night is seconds long, and a file takes three of the timers' rounds of ten seconds at the most.
    private static void AnswerByFiles(Dictionary<string, string> settings, IReadOnlyList<Department> departments)
    {
        if (departments.Count > 0)
            settings["Verification__CallbackDeadline"] = "00:00:45";
        foreach (var department in departments)
        {
            settings[$"Departments__{department}__Mode"] = "Files";
            settings[$"Departments__{department}__Files__Every"] = "00:00:05";
        }
    }
}
