using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification;

/// <summary>Takes one answer of one department into an application, and settles the category with the last one.</summary>
public static class RecordAnswer
{
    /// <summary>Records what came of asking.</summary>
    /// <param name="application">The application.</param>
    /// <param name="department">Who was asked.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="policy">The policy it is decided by.</param>
    /// <param name="schedule">The times of verification.</param>
    /// <param name="now">When.</param>
    /// <param name="epoch">The epoch of the question that was answered; null for the present one.</param>
    /// <returns>The change, or null when the check no longer waits for this answer: a repeated or late answer, and one to a question the parent
    /// has corrected since, changes nothing.</returns>
    public static Change? Decide(Application application, Department department, DepartmentAnswer answer, Policy policy,
        VerificationSchedule schedule, DateTimeOffset now, int? epoch = null)
    {
        if (!application.IsBeingVerified || application.CheckOf(department) is not { AwaitsAnswer: true } check || IsAskedTwice(check, answer))
            return null;
        if (epoch < check.AskedSinceEpoch)
            return null;
        var (after, happened) = answer switch
        {
            DepartmentAnswer.Reported reported => (Answered(check, new ReceivedAnswer(reported.Body, reported.Report, now),
                AnswerAssessment.Assess(application.Form, check.Questions, reported.Report)), ApplicationEventKind.CheckAnswered),
            DepartmentAnswer.NoRecord none => (Answered(check, new ReceivedAnswer(none.Body, Report: null, now),
                new CheckState.Simple(CheckStatus.NotFound)), ApplicationEventKind.CheckAnswered),
            DepartmentAnswer.WillCallBack => (Promised(check, schedule, now), ApplicationEventKind.CallbackPromised),
            DepartmentAnswer.Unreachable unreachable => Unreached(check, unreachable.RetryAfter ?? TimeSpan.Zero, schedule, now),
            _ => throw new InvalidOperationException("DepartmentAnswer is closed."),
        };
        var changed = application.With(after) with { UpdatedAt = now, Redrives = 0 };
        ApplicationEvent[] events = happened is { } kind && check.State != after.State
            ? [new ApplicationEvent(kind, now, Actor.Department, department)]
            : [];
        return SettleCategory.WhenComplete(new Change(changed, events), policy, now);
    }

    // Two messages may ask at once. Once one has a promise, what came of the other must neither break it before its deadline nor extend it.
    private static bool IsAskedTwice(Check check, DepartmentAnswer answer) =>
        check.State.Status is CheckStatus.Pending && answer is (DepartmentAnswer.WillCallBack or DepartmentAnswer.Unreachable);

    private static Check Answered(Check check, ReceivedAnswer answer, CheckState state) =>
        check with
        {
            State = state,
            Answer = answer,
            DueAt = null,
            FailingSince = null,
            Failures = 0,
            AskedAt = check.AskedAt ?? answer.ReceivedAt,
            Delay = check.Delay is { } delay ? delay with { Until = answer.ReceivedAt } : null,
        };

    // An unavailable check stays so until the answer is there: the parent must not see it flicker between two states.
    private static Check Promised(Check check, VerificationSchedule schedule, DateTimeOffset now) => check with
    {
        State = check.State.Status is CheckStatus.SourceUnavailable ? check.State : new CheckState.Simple(CheckStatus.Pending),
        DueAt = now + schedule.CallbackDeadline,
        AskedAt = now,
        FailingSince = null,
        Failures = 0,
    };

    private static (Check After, ApplicationEventKind? Happened) Unreached(
        Check check, TimeSpan retryAfter, VerificationSchedule schedule, DateTimeOffset now)
    {
        var since = check.FailingSince ?? now;
        var failing = check with { FailingSince = since, Failures = check.Failures + 1 };
        if (check.State.Status is CheckStatus.SourceUnavailable)
            return (failing with { DueAt = now + Later(schedule.RecheckEvery, retryAfter) }, null);
        return now - since < schedule.GiveUpAfter
            ? (failing with { DueAt = now + Later(schedule.RetryPause(failing.Failures), retryAfter) }, null)
            : (failing with
            {
                State = new CheckState.Simple(CheckStatus.SourceUnavailable),
                DueAt = now + Later(schedule.RecheckEvery, retryAfter),
                Delay = check.Delay ?? new CheckDelay(since),
            }, ApplicationEventKind.SourceUnavailable);
    }

    private static TimeSpan Later(TimeSpan pause, TimeSpan retryAfter) => pause > retryAfter ? pause : retryAfter;
}
