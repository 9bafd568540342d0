namespace Enrollment.Functions.Applications;

/// <summary>Section Submissions.</summary>
internal sealed class SubmissionOptions
{
    public const string Section = "Submissions";

    /// <summary>The bureau's time zone: "today" in a rule is its day.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Whether invented identity numbers are taken; set from the environment, never by configuration.</summary>
    public bool AllowSynthetic { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
