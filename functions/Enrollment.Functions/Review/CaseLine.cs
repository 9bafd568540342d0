using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>A case on a work list: nobody's full name, number or address.</summary>
/// <param name="Id">The application.</param>
/// <param name="Child">Surname and stars.</param>
/// <param name="Kind">What a person is asked for.</param>
/// <param name="KindText">The same in words.</param>
/// <param name="Status">The application's status.</param>
/// <param name="Category">The category claimed.</param>
/// <param name="Proposed">The category the registers support.</param>
/// <param name="School">The school of the area, once it is known.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="LastDay">The policy's last day for it.</param>
/// <param name="Overdue">Whether that day has passed.</param>
/// <param name="OpenRules">The rules of the claimed category that are not satisfied.</param>
/// <param name="Unavailable">Departments that could not be reached.</param>
/// <param name="AwaitsSecondPerson">Whether something is proposed that only another person than its proposer confirms.</param>
/// <param name="Claimed">Whether nobody, the caller or somebody else holds it.</param>
/// <param name="ClaimedUntil">Until when.</param>
internal sealed record CaseLine(string Id, string Child, string Kind, string KindText, string Status, CategoryView Category, CategoryView? Proposed, string? School,
    DateTimeOffset Since, DateOnly LastDay, bool Overdue, IReadOnlyList<string> OpenRules, IReadOnlyList<string> Unavailable, bool AwaitsSecondPerson,
    string Claimed, DateTimeOffset? ClaimedUntil)
{
    public static CaseLine Of(Application application, Policy policy, StaffCaller staff, DateTimeOffset now, CultureInfo language)
    {
        var (work, review) = (WorkItem.Of(application)!, application.Review);
        var (lastDay, claim) = (LastDayOf(work, application, policy), review?.Claim is { } held && held.IsLive(now) ? held : null);
        return new CaseLine(application.Id.Value, application.Form.Child.Name.ToString(), work.Kind.ToString(), Texts.Get($"Work.{work.Kind}", language),
            application.Status.ToString(), CategoryView.Of(application.Form.Category, policy, language)!, CategoryView.Of(application.Proposed, policy, language),
            application.School, work.Since, lastDay, BureauDay.Of(now) > lastDay, OpenRulesOf(application, policy),
            [.. application.Checks.Where(check => check.State.Status is CheckStatus.SourceUnavailable).Select(check => check.Department.ToString())],
            review?.Refusal is not null || review?.Voiding is not null,
            (claim is null ? Holding.Free : claim.By == staff.Subject ? Holding.Mine : Holding.Others).ToString(), claim?.Until);
    }

    /// <summary>The policy's last day for what a person is asked for.</summary>
    public static DateOnly LastDayOf(WorkItem work, Application application, Policy policy) => (work.Kind, application) switch
    {
        (WorkKind.Objection, _) => application.Review!.Objection!.AnswerUntil,
        // Who is called after the day on which they could act is called in vain.
        (WorkKind.Call, { Status: ApplicationStatus.CorrectionRequested, Correction: { } correction }) => correction.LastDay,
        (WorkKind.Call, { Status: ApplicationStatus.Offered, Offer: { } offer }) => offer.LastDay,
        _ => policy.Calendar.LastDay(policy.Deadlines.Review, BureauDay.Of(work.Since)),
    };

    private static IReadOnlyList<string> OpenRulesOf(Application application, Policy policy) =>
        [.. policy.Category(application.Form.Category).Requires.Where(rule =>
            application.Findings.FirstOrDefault(finding => finding.Rule == rule) is not { Result: RuleResult.Satisfied }).Select(rule => rule.ToString())];
}
