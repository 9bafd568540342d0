using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>A kind of family, and how its application ends.</summary>
/// <param name="Name">Kebab-case; stands in families.jsonl.</param>
/// <param name="Applications">How many of <see cref="SeedFamilies.Season"/> applications.</param>
/// <param name="Claims">The category the parents name.</param>
/// <param name="Outcome">How it ends, by construction.</param>
/// <param name="Tell">What sets it apart from the plain family of the category.</param>
internal sealed record Story(string Name, int Applications, CategoryCode Claims, Outcome Outcome, Action<FamilyDraft> Tell)
{
    public Circumstances Circumstances { get; init; } = new();
}
