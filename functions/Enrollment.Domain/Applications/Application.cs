using Enrollment.Domain.Draws;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Applications;

/// <summary>One child's application for one intake year, as the rules see it.</summary>
/// <param name="Id">The application's number.</param>
/// <param name="Form">What the parent states.</param>
/// <param name="PolicyId">The policy version it is decided by.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedAt">When it was submitted; never decides anything (first come is not first served).</param>
/// <param name="UpdatedAt">Its last change.</param>
/// <param name="Established">The category established, once it is.</param>
/// <param name="Proposed">The category the registers support, for the person who decides.</param>
/// <param name="Findings">Every rule that was tried, with the fact it used.</param>
/// <param name="Checks">The departments' parts, once planned.</param>
/// <param name="Redrives">How often a lost step was driven again since the last progress.</param>
public sealed record Application(ApplicationId Id, ApplicationForm Form, string PolicyId, ApplicationStatus Status,
    DateTimeOffset SubmittedAt, DateTimeOffset UpdatedAt, CategoryCode? Established, CategoryCode? Proposed,
    IReadOnlyList<RuleFinding> Findings, IReadOnlyList<Check> Checks, int Redrives)
{
    /// <summary>The digest of the policy's content by which the last verdict was drawn; null before the first.</summary>
    public Digest? DecidedBy { get; init; }

    /// <summary>A new application, submitted now.</summary>
    public static Application Submit(ApplicationId id, ApplicationForm form, string policyId, DateTimeOffset now) =>
        new(id, form, policyId, ApplicationStatus.Submitted, now, now, Established: null, Proposed: null, [], [], Redrives: 0);

    /// <summary>True while something is outstanding: verification has not ended, or an unavailable department will be asked again.</summary>
    public bool IsOutstanding => Status is ApplicationStatus.Submitted || (IsBeingVerified && Checks.Any(c => c.DueAt is not null));

    /// <summary>True while department answers are taken.</summary>
    public bool IsBeingVerified => Status is ApplicationStatus.Verifying or ApplicationStatus.UnderReview;

    /// <summary>When somebody must look at what is outstanding; null when nothing is.</summary>
    public DateTimeOffset? NextDue(VerificationSchedule schedule) => Status switch
    {
        ApplicationStatus.Submitted => UpdatedAt + schedule.RedrivePause(Redrives),
        _ when IsBeingVerified => Checks.Min(c => c.DueAt),
        _ => null,
    };

    /// <summary>The check of a department; null when the policy did not plan one.</summary>
    public Check? CheckOf(Department department) => Checks.FirstOrDefault(c => c.Department == department);

    /// <summary>The application with one check replaced.</summary>
    public Application With(Check check) =>
        this with { Checks = [.. Checks.Select(c => c.Department == check.Department ? check : c)] };
}
