using Enrollment.Domain.Draws;
using Enrollment.Domain.Notices;
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

    /// <summary>True when it came in late registration (逾期登记): it waits for the schools with room left, and is judged like any other.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whose case it is: municipal and district authorities hand cases over to each other (DOMAIN.md 1.9).</summary>
    public Authority Authority { get; init; } = Authority.District;

    /// <summary>The code of the school in whose service area the child lives; null until a zone is found. Its staff look first (初审).</summary>
    public string? School { get; init; }

    /// <summary>The open or last request for correction (材料补正); null when there was none.</summary>
    public CorrectionRequest? Correction { get; init; }

    /// <summary>What people did with it; null when no person has had it yet.</summary>
    public ReviewCase? Review { get; init; }

    /// <summary>What admission needs and no register says; null before anybody stated or decided any of it.</summary>
    public AdmissionFile? Admission { get; init; }

    /// <summary>The open or last offer of a school place; null before the first.</summary>
    public PlaceOffer? Offer { get; init; }

    /// <summary>When the delivery of notices must be looked at again; null when all are delivered.</summary>
    public DateTimeOffset? NoticesDueAt { get; init; }

    /// <summary>Since when a person is to call the parent, whom a notice could not reach; null when nobody is waited for.</summary>
    public DateTimeOffset? UnreachedSince { get; init; }

    /// <summary>When the malware scans of uploaded papers must be looked at again; null when none waits.</summary>
    public DateTimeOffset? ScansDueAt { get; init; }

    /// <summary>A new application, submitted now.</summary>
    public static Application Submit(ApplicationId id, ApplicationForm form, string policyId, DateTimeOffset now) =>
        new(id, form, policyId, ApplicationStatus.Submitted, now, now, Established: null, Proposed: null, [], [], Redrives: 0);

    /// <summary>True while department answers are taken.</summary>
    public bool IsBeingVerified => Status is ApplicationStatus.Verifying or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested;

    /// <summary>True while the child has a place at a school: it counts against a plan and binds a home.</summary>
    public bool HasPlace => Status is ApplicationStatus.Offered or ApplicationStatus.Confirmed or ApplicationStatus.Enrolled;

    /// <summary>True while the parent may answer a request for correction.</summary>
    public bool MayBeCorrected(DateTimeOffset now) => Status is ApplicationStatus.CorrectionRequested && Correction?.DueAt > now;

    /// <summary>True while the service has to act by itself: a step, a deadline, a notice or a scan is outstanding.</summary>
    public bool IsOutstanding => NoticesDueAt is not null || ScansDueAt is not null || Status switch
    {
        ApplicationStatus.Submitted => true,
        ApplicationStatus.CorrectionRequested => Correction is not null || Checks.Any(c => c.DueAt is not null),
        ApplicationStatus.Offered => Offer is not null,
        _ => IsBeingVerified && Checks.Any(c => c.DueAt is not null),
    };

    /// <summary>When somebody must look at what is outstanding (a lost step, a silent department, a deadline, a reminder, an undelivered notice, a scan); null when nothing is.</summary>
    public DateTimeOffset? NextDue(VerificationSchedule schedule)
    {
        var step = Status switch
        {
            ApplicationStatus.Submitted => UpdatedAt + schedule.RedrivePause(Redrives),
            ApplicationStatus.Offered => Offer?.DueAt,
            _ when IsBeingVerified => Checks.Min(c => c.DueAt),
            _ => null,
        };
        var deadline = Status is ApplicationStatus.CorrectionRequested ? Correction?.DueAt : null;
        return new[] { step, deadline, NoticesDueAt, ScansDueAt, Reminders.NextAt(this, schedule.Notices) }.Min();
    }

    /// <summary>The check of a department; null when the policy did not plan one.</summary>
    public Check? CheckOf(Department department) => Checks.FirstOrDefault(c => c.Department == department);

    /// <summary>The application with one check replaced.</summary>
    public Application With(Check check) =>
        this with { Checks = [.. Checks.Select(c => c.Department == check.Department ? check : c)] };
}
