namespace Enrollment.Functions.Applications.Submitting;

/// <summary>Settings <c>Submission__*</c>: what of a submission is taken.</summary>
internal sealed class SubmissionOptions
{
    public const string Section = "Submission";

    /// <summary>Whether invented identity numbers are taken; follows from the environment, never from configuration.</summary>
    public bool AllowSynthetic { get; internal set; }

    /// <summary>Whether every day counts as one of the window: invented families apply at any time of the year. Refused outside Development.</summary>
    public bool EveryDayIsOpen { get; init; }
}
