namespace Enrollment.DepartmentSimulator.Registers;

internal sealed record MarriageItem(IReadOnlyList<string> IdNos, MarriageState State, DateOnly EventDate, string CertificateNo) : RegisterItem;

internal sealed record GuardianshipItem(string ChildIdNo, string GuardianIdNo, GuardianshipBasis Basis, DateOnly Since) : RegisterItem;

internal enum MarriageState
{
    Married,
    Divorced,
    Widowed,
}

internal enum GuardianshipBasis
{
    Parent,
    Adoption,
    Appointed,
}
