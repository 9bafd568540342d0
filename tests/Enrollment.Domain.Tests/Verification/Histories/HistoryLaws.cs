using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>What holds in every history whatever the model says.</summary>
internal static class HistoryLaws
{
    private static readonly TimeSpan LongestPause = Cases.Schedule.CallbackDeadline;

    /// <summary>
    /// Something is due exactly while something is outstanding; a check is due exactly while its answer is awaited; what a step makes due
    /// lies ahead, and never further than the longest pause after the last change. (What was due before may lie behind: the sweep has not come yet.)
    /// </summary>
    public static void StepHolds(Application before, Application after, DateTimeOffset now)
    {
        var next = after.NextDue(Cases.Schedule);
        Assert.Equal(after.IsOutstanding, next is not null);
        Assert.True(next is null || next <= after.UpdatedAt + LongestPause || next == after.Correction?.DueAt, "forgotten for longer than any pause");
        Assert.False(before.Status is ApplicationStatus.Withdrawn && after != before, "changed after it was withdrawn");
        Assert.False(before.Status is ApplicationStatus.Verified && after.Status is not (ApplicationStatus.Verified or ApplicationStatus.Withdrawn), "decided anew");
        foreach (var check in after.Checks)
        {
            var earlier = before.CheckOf(check.Department);
            Assert.True(!after.IsBeingVerified || check.AwaitsAnswer == check.DueAt is not null, "due without being awaited, or the reverse");
            Assert.True(check.DueAt is null || check.DueAt == earlier?.DueAt || check.DueAt > now, "made due in the past");
            Assert.True(earlier is null || (check.Epoch >= earlier.Epoch && check.Epoch <= earlier.Epoch + 1), "epochs grow one by one");
            Assert.True(earlier?.Answer is null || check == earlier || after.Status != before.Status, "an answered check changed");
        }
    }

    /// <summary>
    /// The sweep leaves nothing overdue, asks only for answers still awaited, drives a lost step at least every
    /// <see cref="VerificationSchedule.RedriveAtMost"/>, and counts and dates only what it drove.
    /// </summary>
    public static void RedriveHolds(Application before, Redrive redrive, DateTimeOffset now)
    {
        Assert.Equal(before.IsOutstanding, redrive.Change is not null);
        Assert.Equal(before.Status is ApplicationStatus.Submitted, redrive.Plan);
        if (redrive.Change is not { After: var after })
            return;
        Assert.True(after.NextDue(Cases.Schedule) is null || after.NextDue(Cases.Schedule) > now, "left overdue");
        Assert.True(redrive.Ask.Count == 0 || after.IsBeingVerified, "a settled case asks");
        Assert.True(redrive.Plan || after.Status != before.Status || after.Checks.Any(check => check != before.CheckOf(check.Department)) || after == before, "counted a visit that drove nothing");
        foreach (var asked in redrive.Ask.Select(department => (Before: before.CheckOf(department)!, After: after.CheckOf(department)!)))
        {
            Assert.True(asked.After.AwaitsAnswer, "asked for an answer nobody waits for");
            var isRetry = asked.Before.State.Status is CheckStatus.Queued;
            Assert.Equal(isRetry, asked.Before.RequestId(before.Id) == asked.After.RequestId(after.Id));
            Assert.True(!isRetry || asked.After.DueAt - now <= Cases.Schedule.RedriveAtMost, "paused for longer than RedriveAtMost");
        }
        Assert.True(!redrive.Plan || after.NextDue(Cases.Schedule) - now <= Cases.Schedule.RedriveAtMost, "planning paused for longer than RedriveAtMost");
    }

    /// <summary>Each check is known by the ids of its epochs and no other, and no two questions share an id.</summary>
    public static void IdsHold(Application application)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in application.Checks)
        {
            for (var epoch = 0; epoch <= check.Epoch + 1; epoch++)
            {
                var id = (check with { Epoch = epoch }).RequestId(application.Id);
                Assert.True(known.Add(id), "two questions share an id");
                foreach (var other in application.Checks)
                    Assert.Equal(other.Department == check.Department && epoch >= 1 && epoch <= check.Epoch, other.WasAskedAs(id, application.Id));
            }
        }
    }
}
