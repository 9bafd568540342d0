namespace Enrollment.DepartmentSimulator.Registers;

internal sealed record HomeItem(string UnitNo, string CertificateNo, string Address, PropertyUse Use, DateOnly AcquiredDate,
    IReadOnlyList<HomeOwner> Owners) : RegisterItem;

internal sealed record HomeOwner(string Name, string IdNo, int? ShareNumerator = null, int? ShareDenominator = null);

internal sealed record TenancyItem(string TenantIdNo, string Address, string AreaCode, DateOnly From, bool InvoiceIssued) : RegisterItem;

internal enum PropertyUse
{
    Residential,
    Commercial,
    Office,
    Other,
}
