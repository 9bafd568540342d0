namespace Enrollment.Domain.Verification.Rules;

/// <summary>The rules a policy may require; the names are the wire form. R1-R12 are numbered as in DOMAIN.md 1.3, the letters are ours [OWN].</summary>
public enum RuleId
{
    /// <summary>Identity confirmed: the population register knows child and applicant under these names.</summary>
    RI,
    /// <summary>The applicant is the child's parent or guardian.</summary>
    RG,
    /// <summary>Six full years on 31 August of the intake year.</summary>
    R1,
    /// <summary>Registered in the district together with parents or grandparents.</summary>
    R2,
    /// <summary>Registered in the district, with whomever.</summary>
    RD,
    /// <summary>Registered in one of the five sister districts (五区).</summary>
    RS,
    /// <summary>Settled before the cut-off.</summary>
    R3,
    /// <summary>Register, home and residence are one residential address (三一致).</summary>
    R4,
    /// <summary>The couple's share of the home is large enough.</summary>
    R5,
    /// <summary>Residence permit and work proof (两证).</summary>
    R7,
    /// <summary>Filed tenancy with invoice, in the permit's place.</summary>
    R7T,
    /// <summary>Consecutive months of social insurance.</summary>
    R8,
    /// <summary>One place a home in six years (六年一个学位).</summary>
    R6,
    /// <summary>One live application a child a year.</summary>
    R9,
    /// <summary>The address lies in a service area.</summary>
    R10,
    /// <summary>The honest statement was given.</summary>
    R11,
    /// <summary>Multiple births and siblings who apply together.</summary>
    R12,
    /// <summary>Registered in a collective household (集体户) of the district.</summary>
    RK,
    /// <summary>The child's paper is one of Hong Kong, Macao or Taiwan.</summary>
    RH,
    /// <summary>Registered here since birth.</summary>
    RB,
    /// <summary>Tenancy of many years, for families in need.</summary>
    RL,
    /// <summary>The child holds a disability card.</summary>
    RF,
}
