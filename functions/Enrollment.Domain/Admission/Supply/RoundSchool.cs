namespace Enrollment.Domain.Admission.Supply;

/// <summary>A school as one round sees it: its places, and how it decides among too many.</summary>
/// <param name="Code">The school.</param>
/// <param name="Authority">Who runs it (DOMAIN.md 1.1).</param>
/// <param name="Plan">Its places of the year (招生计划); 0 or more.</param>
/// <param name="IsTight">Listed by the bureau as tight; stages may leave such schools out.</param>
/// <param name="Method">How it decides this year (DOMAIN.md 0.3).</param>
/// <param name="Name">As notices print it: 1 to 80 characters without control characters.</param>
public sealed record RoundSchool(SchoolCode Code, SchoolAuthority Authority, int Plan, bool IsTight, AdmissionMethod Method, string Name);

/// <summary>Who runs a school.</summary>
public enum SchoolAuthority
{
    /// <summary>The city's bureau (市直).</summary>
    Municipal,
    /// <summary>The district's bureau.</summary>
    District,
    /// <summary>A private owner (民办).</summary>
    Private,
}

/// <summary>What decides between children of one group and sub-order at a school with too few places; the bureau names it per school and year.</summary>
public enum AdmissionMethod
{
    /// <summary>Who was settled in the area earlier (落户先后), then the parent's date, then the lot number [S26].</summary>
    SettlementDate,
    /// <summary>The lot number alone (电脑派位).</summary>
    Lot,
}
