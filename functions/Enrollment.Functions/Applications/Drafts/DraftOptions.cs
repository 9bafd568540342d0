using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>Settings <c>Drafts__*</c>: forms saved and not submitted.</summary>
internal sealed class DraftOptions
{
    public const string Section = "Drafts";

    /// <summary>How many a guardian may have at once.</summary>
    [Range(1, 50), Setting(Unit = "drafts")]
    public int PerGuardian { get; init; } = 10;

    /// <summary>How long a draft outlives the last day of late registration.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00")]
    public TimeSpan KeepAfterSeason { get; init; } = TimeSpan.FromDays(30);
}
