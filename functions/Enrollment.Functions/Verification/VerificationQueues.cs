using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Verification;

/// <summary>The queues of verification; each has a poison queue that CollectDeadLetters reads.</summary>
internal static class VerificationQueues
{
    public const string Plan = "verification";
    public const string Police = "verify-police";
    public const string CivilAffairs = "verify-civil-affairs";
    public const string Property = "verify-property";
    public const string SocialSecurity = "verify-social-security";
    public const string Callbacks = "callbacks";
    public const string Poison = "-poison";

    public static readonly IReadOnlyList<string> All = [Plan, Police, CivilAffairs, Property, SocialSecurity, Callbacks];

    public static string Of(Department department) => department switch
    {
        Department.Police => Police,
        Department.CivilAffairs => CivilAffairs,
        Department.Property => Property,
        Department.SocialSecurity => SocialSecurity,
        _ => throw new ArgumentOutOfRangeException(nameof(department), department, message: null),
    };
}

/// <summary>"Look at this application." The table is the truth; the message carries no data.</summary>
internal sealed record StepMessage(string ApplicationId, string? TraceParent);

/// <summary>"Look at this callback in the inbox."</summary>
internal sealed record CallbackMessage(string ApplicationId, string CallbackKey, string? TraceParent);
