namespace Enrollment.Domain.Admission.Zones;

/// <summary>How surely an address lies in a zone, the surest first. Stable names: they are stored with applications.</summary>
public enum MatchConfidence
{
    /// <summary>The list names this very building.</summary>
    ExactBuilding,
    /// <summary>The list names the street and a range with this number.</summary>
    StreetAndNumber,
    /// <summary>The list names the compound, on the address's street.</summary>
    CompoundOnStreet,
    /// <summary>Only the compound's name agrees; another compound may have it: for a person.</summary>
    CompoundOnly,
    /// <summary>The address names no district; a neighbor may have the same street: for a person.</summary>
    DistrictNotStated,
}
