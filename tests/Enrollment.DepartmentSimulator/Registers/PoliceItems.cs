namespace Enrollment.DepartmentSimulator.Registers;

internal sealed record PersonItem(string IdNo, PersonResult Result) : RegisterItem;

internal sealed record HouseholdItem(string HouseholdNo, HouseholdType Type, string Householder, string StandardAddress,
    string AreaCode, string PoliceStation, IReadOnlyList<HouseholdMember> Members) : RegisterItem;

internal sealed record HouseholdMember(string Name, string IdNo, HouseholdRelation Relation, DateOnly SettledDate, string? MovedFrom = null);

internal sealed record ResidencePermitItem(string HolderIdNo, string PermitNo, DateOnly FirstIssuedDate, DateOnly ValidTo,
    string Address, string AreaCode, bool Cancelled) : RegisterItem;

internal enum PersonResult
{
    Match,
    Mismatch,
    NotFound,
    Cancelled,
}

internal enum HouseholdType
{
    Family,
    Collective,
}

internal enum HouseholdRelation
{
    Householder,
    Spouse,
    Child,
    Grandchild,
    Parent,
    Other,
}
