using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>A department's name in addresses and names of clients.</summary>
internal static class DepartmentPaths
{
    public static string Of(Department department) => DepartmentEntry.Of(department).Path;

    public static string ClientOf(Department department) => $"departments.{Of(department)}";

    public static bool TryParse(string? path, out Department department)
    {
        foreach (var candidate in Enum.GetValues<Department>())
        {
            department = candidate;
            if (Of(candidate) == path)
                return true;
        }

        department = default;
        return false;
    }
}
