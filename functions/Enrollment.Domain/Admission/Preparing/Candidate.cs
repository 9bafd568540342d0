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
/// <param name="Family">What stands for the family where it asks to stay together; null where it does not.</param>
/// <param name="IsLocked">Another child's place binds the home at its area school (R6).</param>
public sealed record Candidate(ApplicationId Id, CategoryCode? Category, bool AwaitsCoordination, bool IsLate, DateOnly? Settled, DateOnly? ParentSettled,
    ServiceArea Area, AdmissionFile File, string? Family, bool IsLocked)
{
    /// <summary>True when an application takes part in a round: a category is established, or coordination is asked for.</summary>
    public static bool IsOne(ApplicationStatus status) => status is ApplicationStatus.Verified or ApplicationStatus.AwaitingCoordination;

    /// <summary>Reads an application.</summary>
    /// <param name="application">Verified, or waiting for coordination.</param>
    /// <param name="zones">The lists of its intake year.</param>
    /// <param name="family">What stands for the family that asks to stay together.</param>
    /// <param name="isLocked">Whether another child's place binds the home.</param>
    public static Candidate Of(Application application, ZoneDirectory zones, string? family = null, bool isLocked = false)
    {
        var household = application.CheckOf(Department.Police)?.Answer?.Report?.Items.OfType<HouseholdItem>()
            .FirstOrDefault(item => item.Members.Any(member => application.Form.Child.Document.Names(member.IdNo)));
        var child = household?.Members.First(member => application.Form.Child.Document.Names(member.IdNo));
        // Residents are placed by the register's address, which R4 found to be their home; others live where they say they live.
        var address = application.Established is CategoryCode.ConsistentResident && household is not null ? household.StandardAddress : application.Form.ResidenceAddress;
        return new Candidate(application.Id, application.Established, application.Status is ApplicationStatus.AwaitingCoordination, application.IsLate,
            child?.SettledDate, ParentsOf(application, household), Find(zones, address), application.Admission ?? AdmissionFile.Empty, family, isLocked);
    }

    private static ServiceArea Find(ZoneDirectory zones, string address) => StandardAddress.TryParse(address, out var standard)
        ? zones.Find(standard!)
        : new ServiceArea(new ZoneMatch.Unknown(UnknownZoneReason.NotReadable), new ZoneMatch.Unknown(UnknownZoneReason.NotReadable));

    private static DateOnly? ParentsOf(Application application, HouseholdItem? household) => household?.Members
        .Where(member => application.Form.Guardians.Any(guardian => guardian.Relation is not GuardianRelation.Guardian && guardian.Document.Names(member.IdNo)))
        .Min(member => (DateOnly?)member.SettledDate);
}
