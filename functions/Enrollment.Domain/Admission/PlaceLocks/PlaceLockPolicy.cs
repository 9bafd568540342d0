using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.PlaceLocks;

/// <summary>Where 六年一个学位 holds: municipal schools, and those the bureau lists as tight for the year [S01][S04].</summary>
/// <param name="Numbers">R6's numbers, as the year's policy has them.</param>
/// <param name="MunicipalSchools">Whether all municipal schools are bound.</param>
/// <param name="TightSchools">Whether the schools listed as tight are.</param>
/// <param name="Scope">What one place keeps the home from.</param>
public sealed record PlaceLockPolicy(PlaceLockParameters Numbers, bool MunicipalSchools = true, bool TightSchools = true, PlaceLockScope Scope = PlaceLockScope.District)
{
    /// <summary>Is a place at this school bound to the home?</summary>
    public bool Binds(bool isMunicipal, bool isTight) => (MunicipalSchools && isMunicipal) || (TightSchools && isTight);
}

/// <summary>What one place keeps a home from. The notice says "at that school" [S04]; a district that reads it wider says so here.</summary>
public enum PlaceLockScope
{
    /// <summary>A second place at any bound school of the district.</summary>
    District,
    /// <summary>A second place at the same school.</summary>
    School,
}
