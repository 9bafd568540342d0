namespace Enrollment.Domain.Identity;

/// <summary>The papers by which a person is identified (DOMAIN.md, Identifiers).</summary>
public enum IdentityDocumentKind
{
    /// <summary>居民身份证, GB 11643-1999, 18 characters.</summary>
    CitizenId,
    /// <summary>港澳台居民居住证: the 18-character form with area 810000, 820000 or 830000.</summary>
    ResidencePermitHongKongMacaoTaiwan,
    /// <summary>港澳居民来往内地通行证 (home-return permit): H or M and 8 digits.</summary>
    HomeReturnPermit,
    /// <summary>台湾居民来往大陆通行证: 8 digits.</summary>
    TaiwanPass,
}
