namespace Enrollment.Domain.Verification.Rules;

/// <summary>What no department keeps: the service's own records and the district's maps. What is null was not looked up.</summary>
/// <param name="OtherLiveApplications">How many other applications of the child are live this year (R9).</param>
/// <param name="StatementAccepted">Whether the honest statement was given (R11).</param>
/// <param name="SingleSchoolZones">In how many single-school zones (单校片区) the registered address is listed (R10).</param>
/// <param name="MultiSchoolZones">In how many multi-school zones (多校片区).</param>
/// <param name="SiblingApplications">How many brothers and sisters have live applications this year (R12).</param>
/// <param name="PlacesTaken">The places taken by the family's home in earlier years (R6).</param>
public sealed record ServiceFacts(int? OtherLiveApplications = null, bool? StatementAccepted = null, int? SingleSchoolZones = null,
    int? MultiSchoolZones = null, int? SiblingApplications = null, IReadOnlyList<PlaceTaken>? PlacesTaken = null)
{
    /// <summary>Nothing was looked up.</summary>
    public static ServiceFacts None { get; } = new();
}

/// <summary>A child took a place by a home.</summary>
/// <param name="UnitNo">不动产单元号: a home is known by its number, never by its address text [OWN].</param>
/// <param name="On">The day the child enrolled.</param>
/// <param name="HouseholderIdNo">The householder (户主) of that child.</param>
public sealed record PlaceTaken(string UnitNo, DateOnly On, string HouseholderIdNo);
