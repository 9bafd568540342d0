namespace Enrollment.Domain.Admission.Zones;

/// <summary>Both kinds exist in Quanzhou [S03]; an address lies in one zone of each kind at the most (R10).</summary>
public enum ZoneKind
{
    /// <summary>单校片区: one school takes the children of the area.</summary>
    SingleSchool,
    /// <summary>多校片区: families rank several schools.</summary>
    MultiSchool,
}

/// <summary>Which numbers of a range are meant: one side of a street often belongs to another school (单号, 双号).</summary>
public enum Parity
{
    /// <summary>Every number.</summary>
    All,
    /// <summary>Odd numbers alone.</summary>
    Odd,
    /// <summary>Even numbers alone.</summary>
    Even,
}
