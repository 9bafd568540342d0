using System.Collections.Frozen;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments.CivilAffairs;
using Enrollment.Functions.Departments.DisabledPersons;
using Enrollment.Functions.Departments.Police;
using Enrollment.Functions.Departments.Property;
using Enrollment.Functions.Departments.SocialSecurity;

namespace Enrollment.Functions.Departments;

/// <summary>What is particular to one department: its word in addresses, queues and names of secrets, and the records it may send.</summary>
internal sealed record DepartmentEntry(string Path, FrozenDictionary<string, ItemReader> Kinds)
{
    /// <summary>The compiler names a department that has none.</summary>
    public static DepartmentEntry Of(Department department) => department switch
    {
        Department.Police => PoliceItems.Entry,
        Department.CivilAffairs => CivilAffairsItems.Entry,
        Department.Property => PropertyItems.Entry,
        Department.SocialSecurity => SocialSecurityItems.Entry,
        Department.DisabledPersons => DisabledPersonsItems.Entry,
    };
}
