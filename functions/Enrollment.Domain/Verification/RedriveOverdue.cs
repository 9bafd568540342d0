using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification;

/// <summary>What the sweep does with an application whose due time has come.</summary>
/// <param name="Change">The change to store; null when nothing is outstanding.</param>
/// <param name="Plan">True when planning must be driven again.</param>
/// <param name="Ask">The departments to ask (again).</param>
/// <param name="Notify">True when the delivery of notices must be driven again.</param>
/// <param name="Scan">True when the malware scans of uploaded papers must be driven again.</param>
public sealed record Redrive(Change? Change, bool Plan, IReadOnlyList<Department> Ask, bool Notify = false, bool Scan = false);

/// <summary>Drives again what a crash, a silent department or a closed circuit left behind.</summary>
public static class RedriveOverdue
{
    /// <summary>Decides what is overdue now.</summary>
    public static Redrive Decide(Application application, Policy policy, VerificationSchedule schedule, DateTimeOffset now)
    {
        if (!application.IsOutstanding)
            return new Redrive(Change: null, Plan: false, []);
        var (notify, scan) = (application.NoticesDueAt <= now, application.ScansDueAt <= now);
        var kept = notify ? application with { NoticesDueAt = now + schedule.RedriveAtMost } : application;
        kept = scan ? kept with { ScansDueAt = now + schedule.RedriveAtMost } : kept;
        // A deadline that a department's delay has moved does not pass.
        var moved = Reminders.Remind(DepartmentDelay.MoveDeadline(new Change(kept, []), policy, now), schedule.Notices, now);
        var redrive = PassedDeadline.Decide(moved.After, now) is { } passed
            ? new Redrive(passed, Plan: false, [])
            : DriveSteps(moved.After, policy, schedule, now);
        return redrive with { Change = redrive.Change! with { Events = [.. moved.Events, .. redrive.Change.Events] }, Notify = notify, Scan = scan };
    }

    private static Redrive DriveSteps(Application application, Policy policy, VerificationSchedule schedule, DateTimeOffset now)
    {
        var redriven = application with { Redrives = application.Redrives + 1, UpdatedAt = now };
        if (application.Status is ApplicationStatus.Submitted)
            return new Redrive(new Change(redriven, []), Plan: true, []);
        // A due row may come early, armed for a step that has since been taken: the row moves on, the application has not changed.
        if (!application.Checks.Any(check => check.DueAt <= now))
            return new Redrive(new Change(application, []), Plan: false, []);
        var looked = application.Checks.Select(check => Look(check, redriven.Redrives, schedule, now)).ToList();
        var change = new Change(redriven with { Checks = [.. looked.Select(l => l.After)] },
            [.. looked.Where(l => l.Happened is not null).Select(l => new ApplicationEvent(l.Happened!.Value, now, Actor.Service, l.After.Department))]);
        var settled = SettleCategory.WhenComplete(change, policy, now);
        return new Redrive(settled, Plan: false,
            [.. looked.Where(l => l.Ask && settled.After.IsBeingVerified).Select(l => l.After.Department)]);
    }

    private static Looked Look(Check check, int redrives, VerificationSchedule schedule, DateTimeOffset now)
    {
        if (check.DueAt is null || check.DueAt > now)
            return new Looked(check, Ask: false, Happened: null);
        return check.State.Status switch
        {
            CheckStatus.Pending => Overdue(check, schedule, now),
            CheckStatus.SourceUnavailable =>
                new Looked(check with { Epoch = check.Epoch + 1, DueAt = now + schedule.RecheckEvery }, Ask: true, Happened: null),
            _ => new Looked(check with { DueAt = now + schedule.RedrivePause(redrives) }, Ask: true, Happened: null),
        };
    }

    private static Looked Overdue(Check check, VerificationSchedule schedule, DateTimeOffset now)
    {
        var missed = check with { MissedCallbacks = check.MissedCallbacks + 1, Delay = check.Delay ?? new CheckDelay(check.DueAt ?? now) };
        return missed.MissedCallbacks == 1
            ? new Looked(missed with { State = new CheckState.Simple(CheckStatus.Queued), Epoch = check.Epoch + 1, DueAt = now + schedule.FirstDue },
                Ask: true, ApplicationEventKind.AskedAgain)
            : new Looked(missed with { State = new CheckState.Simple(CheckStatus.SourceUnavailable), DueAt = now + schedule.RecheckEvery },
                Ask: false, ApplicationEventKind.SourceUnavailable);
    }

    private sealed record Looked(Check After, bool Ask, ApplicationEventKind? Happened);
}
