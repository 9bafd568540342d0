namespace Enrollment.Domain.Verification;

/// <summary>What the population register says of a name and a number.</summary>
public enum PersonResult
{
    /// <summary>They belong together.</summary>
    Match,
    /// <summary>The number exists with another name.</summary>
    Mismatch,
    /// <summary>No such number.</summary>
    NotFound,
    /// <summary>The person's registration was cancelled.</summary>
    Cancelled,
}

/// <summary>家庭户 or 集体户.</summary>
public enum HouseholdType
{
    /// <summary>家庭户.</summary>
    Family,
    /// <summary>集体户.</summary>
    Collective,
}

/// <summary>Relation to the householder (与户主关系).</summary>
public enum HouseholdRelation
{
    /// <summary>户主.</summary>
    Householder,
    /// <summary>配偶.</summary>
    Spouse,
    /// <summary>子女.</summary>
    Child,
    /// <summary>孙子女, 外孙子女.</summary>
    Grandchild,
    /// <summary>父母.</summary>
    Parent,
    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>婚姻状态.</summary>
public enum MarriageState
{
    /// <summary>已婚.</summary>
    Married,
    /// <summary>离异.</summary>
    Divorced,
    /// <summary>丧偶.</summary>
    Widowed,
}

/// <summary>On what a guardianship rests.</summary>
public enum GuardianshipBasis
{
    /// <summary>Parent by birth.</summary>
    Parent,
    /// <summary>收养.</summary>
    Adoption,
    /// <summary>Appointed by a court or a committee.</summary>
    Appointed,
}

/// <summary>房屋用途.</summary>
public enum PropertyUse
{
    /// <summary>住宅.</summary>
    Residential,
    /// <summary>商业.</summary>
    Commercial,
    /// <summary>办公.</summary>
    Office,
    /// <summary>Anything else.</summary>
    Other,
}
