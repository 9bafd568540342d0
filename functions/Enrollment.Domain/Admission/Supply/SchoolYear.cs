namespace Enrollment.Domain.Admission.Supply;

/// <summary>A school in one intake year: one row of the bureau's list. Years before it stay on record as rows of their own.</summary>
/// <param name="Code">The school.</param>
/// <param name="Name">As notices print it that year.</param>
/// <param name="Authority">Who runs it.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Seats">Its places (招生计划).</param>
/// <param name="IsTight">Listed by the bureau as tight (学位紧张).</param>
/// <param name="Method">How it decides among too many.</param>
/// <param name="At">Where it stands; null where nobody measured.</param>
public sealed record SchoolYear(SchoolCode Code, string Name, SchoolAuthority Authority, int Year, int Seats, bool IsTight, AdmissionMethod Method, MeterPoint? At)
{
    /// <summary>As a round sees it.</summary>
    public RoundSchool AsRoundSchool() => new(Code, Authority, Seats, IsTight, Method, Name);
}

/// <summary>A place in whole meters on the district's grid: distances are compared, and floating point would not compare the same everywhere.</summary>
/// <param name="East">Meters east of the grid's origin.</param>
/// <param name="North">Meters north of it.</param>
public sealed record MeterPoint(int East, int North);
