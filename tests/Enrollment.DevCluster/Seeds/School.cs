namespace Enrollment.DevCluster.Seeds;

/// <summary>A primary school or one campus of it, with the area whose children it takes first.</summary>
internal sealed record School(string Code, string Name, string? Campus, SchoolAuthority Authority, IReadOnlyList<ServiceArea> ServiceAreas);

/// <summary>A street with the residential compounds on it. Each street belongs to exactly one school (R10).</summary>
internal sealed record ServiceArea(string Street, int NumbersFrom, int NumbersTo, IReadOnlyList<string> Compounds);

/// <summary>Whose school it is: the district's (区属) or the city's (市直).</summary>
internal enum SchoolAuthority
{
    District,
    Municipal,
}
