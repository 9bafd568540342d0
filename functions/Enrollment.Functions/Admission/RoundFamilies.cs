using Enrollment.Domain.Applications;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Applications.Siblings;

namespace Enrollment.Functions.Admission;

/// <summary>Brothers and sisters of one round whose families ask that they stay together (R12).</summary>
internal sealed class RoundFamilies(SiblingWishes wishes)
{
    /// <summary>For each child of a bundle what stands for its family: the same for all of them.</summary>
    public async Task<IReadOnlyDictionary<ApplicationId, string>> OfAsync(IEnumerable<Application> candidates, CancellationToken cancellationToken)
    {
        var families = new Dictionary<ApplicationId, string>();
        var households = candidates.Select(HouseholdEntry.Of).OfType<HouseholdEntry>().GroupBy(entry => entry.HouseholdNo, StringComparer.Ordinal).Where(household => household.Skip(1).Any());
        foreach (var household in households)
        {
            var stated = new Dictionary<ApplicationId, SiblingWish>();
            foreach (var entry in household)
                stated.Add(entry.Application, await wishes.OfAsync(entry.Application, cancellationToken) ?? SiblingWish.None);
            foreach (var bundle in SiblingBundles.Of([.. household], id => stated[id]))
            {
                foreach (var child in bundle)
                    families.Add(child, bundle[0].Value);
            }
        }
        return families;
    }
}
