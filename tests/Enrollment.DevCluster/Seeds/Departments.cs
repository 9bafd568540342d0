using Enrollment.DevCluster.Hosts;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>The departments' path segments, which also name their files.</summary>
internal static class Departments
{
    public static string Path(Department department) => department.Path();
}
