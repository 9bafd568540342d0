using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>Where the home of an application lies (R10).</summary>
public static class ServiceAreas
{
    /// <summary>By the lists. Residents are placed by the register's address, which R4 found to be their home; others live where they say they live.</summary>
    public static ServiceArea Of(Application application, ZoneDirectory zones)
    {
        var address = application.Established is CategoryCode.ConsistentResident && HouseholdOf(application) is { } household
            ? household.StandardAddress
            : application.Form.ResidenceAddress;
        return StandardAddress.TryParse(address, out var standard)
            ? zones.Find(standard!)
            : new ServiceArea(new ZoneMatch.Unknown(UnknownZoneReason.NotReadable), new ZoneMatch.Unknown(UnknownZoneReason.NotReadable));
    }

    /// <summary>The zones it lies in: by a person's decision, else by the lists where they are sure; none while a person is needed.</summary>
    public static (ZoneCode? Single, ZoneCode? Multi) ZonesOf(ServiceArea area, AreaDecision? decided) => decided is not null
        ? (Code(decided.Zone), Code(decided.ChoiceZone))
        : area.NeedsPerson ? (null, null) : ((area.SingleSchool as ZoneMatch.Found)?.Zone, (area.MultiSchool as ZoneMatch.Found)?.Zone);

    /// <summary>The household in whose book the child stands; null where the register has not named one.</summary>
    internal static HouseholdItem? HouseholdOf(Application application) => application.CheckOf(Department.Police)?.Answer?.Report?.Items.OfType<HouseholdItem>()
        .FirstOrDefault(item => item.Members.Any(member => application.Form.Child.Document.Names(member.IdNo)));

    private static ZoneCode? Code(string? text) => ZoneCode.TryParse(text, out var code) ? code : null;
}
