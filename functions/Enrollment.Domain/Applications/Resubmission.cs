using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Applications;

/// <summary>
/// A parent answers a request for correction. Only the departments whose questions hang on what was corrected are asked again; the answers of
/// the others are compared with the form as it now is. Papers no machine reads: with them a person decides what the registers leave open.
/// </summary>
public static class Resubmission
{
    /// <summary>Takes the answer.</summary>
    /// <param name="application">The application.</param>
    /// <param name="corrected">The whole form as it now is; the same child, applicant, year and category as before (<see cref="IsSameClaim"/>).</param>
    /// <param name="papers">The uploaded papers, by defect; empty when only the form was corrected.</param>
    /// <param name="policy">The policy it is decided by.</param>
    /// <param name="schedule">The times of verification.</param>
    /// <param name="now">When.</param>
    /// <returns>The change, or null when no correction is open, or its last day has passed.</returns>
    /// <exception cref="ArgumentException">It is another claim.</exception>
    public static Change? Decide(Application application, ApplicationForm corrected, IReadOnlyList<PapersForDefect> papers, Policy policy,
        VerificationSchedule schedule, DateTimeOffset now)
    {
        if (!IsSameClaim(application.Form, corrected))
            throw new ArgumentException("Child, applicant, year and category cannot change.", nameof(corrected));
        if (!application.MayBeCorrected(now))
            return null;
        var status = Next(Next(application.Status, ApplicationAction.Resubmit), ApplicationAction.StartVerification);
        var after = application with
        {
            Status = status,
            Form = corrected,
            Correction = application.Correction! with { Answer = new CorrectionAnswer(now, papers) },
            Checks = [.. application.Checks.Select(check => Again(check, application.Form, corrected, schedule, now))],
            UpdatedAt = now,
            Redrives = 0,
        };
        return SettleCategory.WhenComplete(new Change(after, [new ApplicationEvent(ApplicationEventKind.Resubmitted, now, Actor.Parent)]), policy, now);
    }

    /// <summary>True when both forms claim the same category of the same year for the same child by the same applicant. Names may be corrected: numbers name people.</summary>
    public static bool IsSameClaim(ApplicationForm before, ApplicationForm after) =>
        (before.IntakeYear, before.Category, before.Child.Document, before.Child.BirthDate, before.Child.Sex, before.Guardian.Document)
        == (after.IntakeYear, after.Category, after.Child.Document, after.Child.BirthDate, after.Child.Sex, after.Guardian.Document);

    private static ApplicationStatus Next(ApplicationStatus status, ApplicationAction action) => ApplicationLifecycle.Apply(status, action) is Transition.Allowed allowed
        ? allowed.To
        : throw new InvalidOperationException($"{status} does not allow {action}.");

    private static Check Again(Check check, ApplicationForm before, ApplicationForm after, VerificationSchedule schedule, DateTimeOffset now)
    {
        if (!QuestionInputs.Differ(check.Questions, before, after))
            return Compared(check, after, now);
        return new Check(check.Department, check.Questions, new CheckState.Simple(CheckStatus.Queued), check.Epoch + 1, DueAt: now + schedule.FirstDue)
        {
            AskedSinceEpoch = check.Epoch + 1,
        };
    }

    // The request just answered has made up for what delay there was.
    private static Check Compared(Check check, ApplicationForm form, DateTimeOffset now)
    {
        var kept = check with { Delay = check is { Delay: not null, AwaitsAnswer: true } ? new CheckDelay(now) : null };
        return check.Answer?.Report is { } report && IsOfTheRegister(check.State.Status)
            ? kept with { State = AnswerAssessment.Assess(form, check.Questions, report) }
            : kept;
    }

    // What a person decided about a check stands.
    private static bool IsOfTheRegister(CheckStatus status) =>
        status is CheckStatus.Match or CheckStatus.Mismatch or CheckStatus.NotFound or CheckStatus.ManualReview;
}
