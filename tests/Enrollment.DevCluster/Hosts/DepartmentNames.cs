using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Hosts;

internal static class DepartmentNames
{
    /// <summary>The department's name in paths and in the simulator's settings.</summary>
    public static string Path(this Department department) => department switch
    {
        Department.Police => "police",
        Department.CivilAffairs => "civil-affairs",
        Department.Property => "property",
        Department.SocialSecurity => "social-security",
        Department.DisabledPersons => "disabled-persons",
    };
}
