using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Correcting;

/// <summary>Something a family can have put right before the season: at which office, in which record (DOMAIN.md 2, opening 5).</summary>
/// <param name="Rule">The rule that is not satisfied for want of it.</param>
/// <param name="Office">Where to go.</param>
/// <param name="Record">Which record.</param>
/// <param name="Reason">What the register says of it; the text of what to ask for stands under this code.</param>
/// <param name="Arguments">What the reason's text is filled with.</param>
/// <param name="Certainty">Whether the record is at fault, or only may be.</param>
public sealed record RecordCorrection(RuleId Rule, RecordOffice Office, RecordKind Record, FindingReason Reason, IReadOnlyList<string> Arguments,
    CorrectionCertainty Certainty);

/// <summary>The offices that keep the records; the parent's own form is one of the places to look.</summary>
public enum RecordOffice
{
    /// <summary>The parent: the form itself states it otherwise.</summary>
    Parent,
    /// <summary>户籍派出所: population and household register, residence permits.</summary>
    PoliceStation,
    /// <summary>民政局: marriages, guardianships.</summary>
    CivilAffairsOffice,
    /// <summary>不动产登记中心.</summary>
    RealEstateRegistry,
    /// <summary>住建局: filed tenancies.</summary>
    HousingOffice,
    /// <summary>税务局: invoices for rent.</summary>
    TaxOffice,
    /// <summary>社保中心.</summary>
    SocialSecurityOffice,
}

/// <summary>The records.</summary>
public enum RecordKind
{
    /// <summary>The application form.</summary>
    Form,
    /// <summary>人口信息: name and number of a person.</summary>
    Population,
    /// <summary>户口簿: who is registered where since when.</summary>
    Household,
    /// <summary>居住证.</summary>
    ResidencePermit,
    /// <summary>监护关系.</summary>
    Guardianship,
    /// <summary>婚姻登记.</summary>
    Marriage,
    /// <summary>不动产登记.</summary>
    Home,
    /// <summary>租房备案.</summary>
    Tenancy,
    /// <summary>租赁发票.</summary>
    RentInvoice,
    /// <summary>社保缴费记录.</summary>
    Insurance,
}

/// <summary>How sure it is that a record must be corrected.</summary>
public enum CorrectionCertainty
{
    /// <summary>The record lacks something or contradicts itself or the family's papers: it must be put right, or the form.</summary>
    Needed,
    /// <summary>The record is in order as far as anybody can see. Only if it is wrong is there something to correct.</summary>
    OnlyIfWrong,
}
