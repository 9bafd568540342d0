namespace Enrollment.Functions.Applications.Submitting;

/// <summary>Whether invented identity numbers are taken; follows from the environment, never from configuration.</summary>
internal sealed class SubmissionOptions
{
    public bool AllowSynthetic { get; set; }
}
