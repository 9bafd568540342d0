using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Admission;

/// <summary>Which school looks at a case first (学校初审): that of the single-school zone the home lies in. What lists or zones leave open is the bureau's.</summary>
internal static class FirstReview
{
    private const string Step = "SchoolReview";

    /// <summary>The application as its school's where the year's policy has schools look first; its own no more where the home has moved away.</summary>
    public static Application Assign(Application application, DistrictSupplies supplies)
    {
        var year = application.Form.IntakeYear;
        if (!supplies.PolicyOf(year).Calendar.Steps.Any(step => step.Id == Step))
            return application;
        var (single, _) = ServiceAreas.ZonesOf(ServiceAreas.Of(application, supplies.ZonesOf(year)), application.Admission?.Area);
        return application with { School = supplies.Supply.ZonesOf(year).FirstOrDefault(zone => zone.Code == single)?.Schools[0].Value };
    }
}
