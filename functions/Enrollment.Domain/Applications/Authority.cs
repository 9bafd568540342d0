namespace Enrollment.Domain.Applications;

/// <summary>The education authority that answers for a case (DOMAIN.md 1.1, 0.7).</summary>
public enum Authority
{
    /// <summary>区教育局: district schools, migrant placement, coordinated placement.</summary>
    District,
    /// <summary>市教育局: the municipal schools (市直小学); hands children who are not consistent over to the district.</summary>
    Municipal,
}
