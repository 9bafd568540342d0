using Enrollment.Domain.Notices;

namespace Enrollment.Domain.Verification;

/// <summary>The long haul of verification as one readable table; seconds inside one call are the department client's business.</summary>
/// <param name="FirstDue">How long a step may take before it counts as lost and is driven again.</param>
/// <param name="RedriveAtMost">The longest pause between two redrives of a step.</param>
/// <param name="RetryAfter">Pauses after the 1st, 2nd, … unreachable attempt; the last one repeats.</param>
/// <param name="GiveUpAfter">How long a department may be unreachable before the check goes to a person.</param>
/// <param name="CallbackDeadline">How long a department may take to call back.</param>
/// <param name="RecheckEvery">How often an unavailable department is asked again, for as long as no person has decided.</param>
public sealed record VerificationSchedule(TimeSpan FirstDue, TimeSpan RedriveAtMost, IReadOnlyList<TimeSpan> RetryAfter, TimeSpan GiveUpAfter,
    TimeSpan CallbackDeadline, TimeSpan RecheckEvery)
{
    /// <summary>The times of notices and reminders.</summary>
    public NoticeSchedule Notices { get; init; } = NoticeSchedule.InboxOnly;

    /// <summary>The pause after so many unreachable attempts (from 1).</summary>
    public TimeSpan RetryPause(int failures) => RetryAfter[Math.Min(failures, RetryAfter.Count) - 1];

    /// <summary>The pause before the next redrive after so many of them (from 0): doubled each time up to <see cref="RedriveAtMost"/>.</summary>
    public TimeSpan RedrivePause(int redrives)
    {
        var pause = FirstDue * (1L << Math.Min(redrives, 20));
        return pause < RedriveAtMost ? pause : RedriveAtMost;
    }
}
