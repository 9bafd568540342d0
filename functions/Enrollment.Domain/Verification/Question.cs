namespace Enrollment.Domain.Verification;

/// <summary>What a department may be asked. A policy names the questions a category needs; nothing else is asked (minimization).</summary>
public enum Question
{
    /// <summary>公安: do name and identity number belong together.</summary>
    Person,
    /// <summary>公安 户籍: who is in the household, where, since when.</summary>
    Household,
    /// <summary>公安 居住证: does a guardian hold a permit, since when.</summary>
    ResidencePermit,
    /// <summary>民政: are the guardians married.</summary>
    Marriage,
    /// <summary>民政: who is the child's parent or guardian.</summary>
    Guardianship,
    /// <summary>不动产: what homes do the named persons own.</summary>
    Homes,
    /// <summary>不动产/住建: filed tenancies of the named persons.</summary>
    Tenancy,
    /// <summary>社保: paid months in the district.</summary>
    Insurance,
    /// <summary>残联: does the child hold a disability card, and until when. What the disability is, is not asked.</summary>
    DisabilityCard,
}
