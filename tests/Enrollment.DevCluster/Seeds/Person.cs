using Enrollment.Domain.Identity;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Somebody invented, as the population register has them.</summary>
internal sealed record Person(string Name, string IdNo, DateOnly Born, Sex Sex);
