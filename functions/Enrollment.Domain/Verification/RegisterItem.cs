namespace Enrollment.Domain.Verification;

/// <summary>One record of a department's answer (DOMAIN.md 1.7). Closed: the cases are the records below.</summary>
public abstract record RegisterItem
{
    private protected RegisterItem()
    {
    }

    /// <summary>The question it answers.</summary>
    internal abstract Question Question { get; }
}

/// <summary>公安: whether a name and a number belong together.</summary>
/// <param name="IdNo">The person's identity number.</param>
/// <param name="Result">What the population register says.</param>
public sealed record PersonItem(string IdNo, PersonResult Result) : RegisterItem
{
    internal override Question Question => Question.Person;
}

/// <summary>公安 户籍: a household with its members.</summary>
public sealed record HouseholdItem(string HouseholdNo, HouseholdType Type, string Householder, string StandardAddress,
    string AreaCode, string PoliceStation, IReadOnlyList<HouseholdMember> Members) : RegisterItem
{
    internal override Question Question => Question.Household;
}

/// <summary>A member of a household.</summary>
/// <param name="Name">As registered.</param>
/// <param name="IdNo">Identity number.</param>
/// <param name="Relation">Relation to the householder.</param>
/// <param name="SettledDate">落户日期: since when the person is registered here.</param>
/// <param name="MovedFrom">Where the person was registered before, if known.</param>
public sealed record HouseholdMember(string Name, string IdNo, HouseholdRelation Relation, DateOnly SettledDate, string? MovedFrom);

/// <summary>公安 居住证: a residence permit.</summary>
public sealed record ResidencePermitItem(string HolderIdNo, string PermitNo, DateOnly FirstIssuedDate, DateOnly ValidTo,
    string Address, string AreaCode, bool Cancelled) : RegisterItem
{
    internal override Question Question => Question.ResidencePermit;
}

/// <summary>民政: the marriage between two persons.</summary>
public sealed record MarriageItem(IReadOnlyList<string> IdNos, MarriageState State, DateOnly EventDate, string CertificateNo) : RegisterItem
{
    internal override Question Question => Question.Marriage;
}

/// <summary>民政: who is a child's parent or guardian, and on what basis.</summary>
public sealed record GuardianshipItem(string ChildIdNo, string GuardianIdNo, GuardianshipBasis Basis, DateOnly Since) : RegisterItem
{
    internal override Question Question => Question.Guardianship;
}

/// <summary>不动产: a home. Mortgages and seizures are not needed and never requested.</summary>
/// <param name="UnitNo">不动产单元号, 28 characters (GB/T 37346).</param>
/// <param name="CertificateNo">E.g. 闽(2021)泉州市不动产权第0012345号.</param>
/// <param name="Address">Standard address.</param>
/// <param name="Use">用途.</param>
/// <param name="AcquiredDate">When the owners acquired it, by whatever title.</param>
/// <param name="Owners">All owners.</param>
public sealed record HomeItem(string UnitNo, string CertificateNo, string Address, PropertyUse Use, DateOnly AcquiredDate,
    IReadOnlyList<HomeOwner> Owners) : RegisterItem
{
    internal override Question Question => Question.Homes;
}

/// <summary>An owner of a home; a share not written on the deed is null and counts as equal (R5).</summary>
public sealed record HomeOwner(string Name, string IdNo, Share? Share);

/// <summary>住建/不动产: a filed tenancy (our proposal: DOMAIN.md names no interface for it).</summary>
public sealed record TenancyItem(string TenantIdNo, string Address, string AreaCode, DateOnly From, bool InvoiceIssued) : RegisterItem
{
    internal override Question Question => Question.Tenancy;
}

/// <summary>社保: a person's paid months.</summary>
public sealed record InsuranceItem(string PersonIdNo, bool InsuredNow, string? EmployerCode, IReadOnlyList<InsuredMonth> Months) : RegisterItem
{
    internal override Question Question => Question.Insurance;
}

/// <summary>One paid month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="AreaCode">Where it was paid.</param>
/// <param name="Retroactive">Paid afterwards (补缴).</param>
public sealed record InsuredMonth(DateOnly Month, string AreaCode, bool Retroactive);

/// <summary>残联: a disability card (残疾人证).</summary>
/// <param name="PersonIdNo">Whose.</param>
/// <param name="CardNo">The identity number, and two digits for kind and level.</param>
/// <param name="Level">1, the gravest, to 4.</param>
/// <param name="ValidTo">The last day it holds; cards hold ten years.</param>
public sealed record DisabilityCardItem(string PersonIdNo, string CardNo, int Level, DateOnly ValidTo) : RegisterItem
{
    internal override Question Question => Question.DisabilityCard;
}
