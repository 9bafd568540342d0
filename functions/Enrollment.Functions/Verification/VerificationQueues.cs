using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.CivilAffairs;
using Enrollment.Functions.Departments.Police;
using Enrollment.Functions.Departments.Property;
using Enrollment.Functions.Departments.SocialSecurity;

namespace Enrollment.Functions.Verification;

/// <summary>The queues of verification; each has a poison queue that a collector reads.</summary>
internal static class VerificationQueues
{
    public const string Plan = "verification";
    public const string Callbacks = "callbacks";
    public const string Poison = "-poison";

    /// <summary>A department's queue is this and its path.</summary>
    public const string OfDepartments = "verify-";

    // For whoever speaks of one of them; a department needs none here.
    public const string Police = OfDepartments + PoliceItems.Path;
    public const string CivilAffairs = OfDepartments + CivilAffairsItems.Path;
    public const string Property = OfDepartments + PropertyItems.Path;
    public const string SocialSecurity = OfDepartments + SocialSecurityItems.Path;

    public static readonly IReadOnlyList<string> All = [Plan, .. Enum.GetValues<Department>().Select(Of), Callbacks];

    public static string Of(Department department) => OfDepartments + DepartmentPaths.Of(department);
}

/// <summary>"Look at this application." The table is the truth; the message carries no data.</summary>
internal sealed record StepMessage(string ApplicationId, string? TraceParent);

/// <summary>"Look at this callback in the inbox."</summary>
internal sealed record CallbackMessage(string ApplicationId, string CallbackKey, string? TraceParent);
