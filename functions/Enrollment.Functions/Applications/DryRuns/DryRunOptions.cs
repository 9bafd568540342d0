using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>Settings <c>DryRuns__*</c>: trying an application out before the season.</summary>
internal sealed class DryRunOptions
{
    public const string Section = "DryRuns";

    /// <summary>How many different forms a guardian may try on one day; looking at one again costs nothing.</summary>
    [Range(1, 50), Setting(Unit = "dry runs")]
    public int PerDay { get; init; } = 5;

    /// <summary>How long a dry run and the answers to it are kept.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(30);
}
