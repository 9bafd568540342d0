using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

internal sealed record PersonRecord(string IdNo, string Name, bool Cancelled);

internal sealed record HouseholdRecord(string HouseholdNo, HouseholdType Type, string Householder, string StandardAddress, string AreaCode,
    string PoliceStation, IReadOnlyList<MemberRecord> Members);

internal sealed record MemberRecord(string Name, string IdNo, HouseholdRelation Relation, DateOnly SettledDate, string? MovedFrom);

internal sealed record PermitRecord(string HolderIdNo, string PermitNo, DateOnly FirstIssuedDate, DateOnly ValidTo, string Address,
    string AreaCode, bool Cancelled);

internal sealed record MarriageRecord(IReadOnlyList<string> IdNos, MarriageState State, DateOnly EventDate, string CertificateNo);

internal sealed record GuardianshipRecord(string ChildIdNo, string GuardianIdNo, GuardianshipBasis Basis, DateOnly Since);

/// <remarks>RelatedIdNos are the guardians in answer to whose query the register returns the home; never part of the answer.</remarks>
internal sealed record HomeRecord(string UnitNo, string CertificateNo, string Address, PropertyUse Use, DateOnly AcquiredDate,
    IReadOnlyList<OwnerRecord> Owners, IReadOnlyList<string> RelatedIdNos);

internal sealed record OwnerRecord(string Name, string IdNo, int? ShareNumerator, int? ShareDenominator);

internal sealed record TenancyRecord(string TenantIdNo, string Address, string AreaCode, DateOnly From, bool InvoiceIssued);

internal sealed record InsuranceRecord(string PersonIdNo, bool InsuredNow, string EmployerCode, IReadOnlyList<MonthRecord> Months);

internal sealed record MonthRecord(DateOnly Month, string AreaCode, bool Retroactive);

internal sealed record DisabilityCardRecord(string PersonIdNo, string CardNo, int Level, DateOnly ValidTo);

internal sealed record BehaviorRecord(string Department, string ChildIdNo, Behavior Behavior);

/// <summary>How the simulator treats a question about one child; the member names are its control endpoint's.</summary>
internal sealed record Behavior(BehaviorKind Kind, int DelayMs = 0, int RetryAfterSeconds = 1, int? Times = null, int? EveryNth = null);

internal enum BehaviorKind
{
    Callback,
    CallbackTwice,
    Slow,
    TooManyRequests,
    Unavailable,
    DropConnection,
    MalformedJson,
    WrongSignature,
    TwoDifferentAnswers,
    NeverCallBack,
    StaleTimestamp,
}
