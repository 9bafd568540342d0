using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>What a round needs to know of one application.</summary>
/// <param name="Id">The application.</param>
/// <param name="Category">The category established; null when none is, and the child waits for coordination.</param>
/// <param name="AwaitsCoordination">The child waits for coordinated placement: declined, lapsed, refused or voided before.</param>
/// <param name="IsLate">It came in late registration.</param>
/// <param name="Settled">When the child's register was settled.</param>
/// <param name="ParentSettled">The earliest date of a parent in the same household.</param>
/// <param name="Area">Where the home lies by the lists.</param>
/// <param name="File">What the family ranked, and what a person decided.</param>
public sealed record Candidate(ApplicationId Id, CategoryCode? Category, bool AwaitsCoordination, bool IsLate, DateOnly? Settled, DateOnly? ParentSettled,
    ServiceArea Area, AdmissionFile File)
{
    /// <summary>What stands for brothers and sisters who ask to stay together (R12); null where none do.</summary>
    public string? Family { get; init; }

    /// <summary>The home by which the child wants its place; null where no home is asked for.</summary>
    public CandidateHome? Home { get; init; }

    /// <summary>The rules of the setup's sub-orders that the registers satisfy.</summary>
    public IReadOnlySet<RuleId> Satisfied { get; init; } = new HashSet<RuleId>();

    /// <summary>The zones the home lies in; none while a person is needed.</summary>
    public (ZoneCode? Single, ZoneCode? Multi) Zones => ServiceAreas.ZonesOf(Area, File.Area);

    /// <summary>Why the child's seat leaves the plan first; null for all others.</summary>
    public OffPlanSeat? OffPlan => AwaitsCoordination ? null : Category switch
    {
        CategoryCode.PreferentialTreatment => OffPlanSeat.Preferential,
        CategoryCode.DisabledChild => OffPlanSeat.Disabled,
        _ => null,
    };

    /// <summary>True when the child wants a place by its home: not off the plan, and not by coordination.</summary>
    public bool IsByHome => Home is not null && !AwaitsCoordination && OffPlan is null;

    /// <summary>True when an application takes part in a round: a category is established, or coordination is asked for.</summary>
    public static bool IsOne(ApplicationStatus status) => status is ApplicationStatus.Verified or ApplicationStatus.AwaitingCoordination;

    /// <summary>Reads an application.</summary>
    /// <param name="application">Verified, or waiting for coordination.</param>
    /// <param name="zones">The lists of its intake year.</param>
    public static Candidate Of(Application application, ZoneDirectory zones)
    {
        var household = ServiceAreas.HouseholdOf(application);
        return new Candidate(application.Id, application.Established, application.Status is ApplicationStatus.AwaitingCoordination, application.IsLate,
            RegisteredSettlement(application) ?? application.Admission?.Settlement?.Settled, ParentsOf(application, household) ?? application.Admission?.Settlement?.ParentSettled,
            ServiceAreas.Of(application, zones), application.Admission ?? AdmissionFile.Empty);
    }

    /// <summary>Since when the register says the child is settled; null where it names no household of the child.</summary>
    public static DateOnly? RegisteredSettlement(Application application) =>
        ServiceAreas.HouseholdOf(application)?.Members.First(member => application.Form.Child.Document.Names(member.IdNo)).SettledDate;

    private static DateOnly? ParentsOf(Application application, HouseholdItem? household) => household?.Members
        .Where(member => application.Form.Guardians.Any(guardian => guardian.Relation is not GuardianRelation.Guardian && guardian.Document.Names(member.IdNo)))
        .Min(member => (DateOnly?)member.SettledDate);
}
