using System.Globalization;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications.Siblings;

/// <summary>
/// Shows a parent the linked applications of which they are a guardian themselves, by the other form. Two households mixed up by a register,
/// or a cousin at the grandparents', show nothing to anybody but the bureau.
/// </summary>
internal sealed class FamilySiblings(SiblingIndex siblings, SiblingWishes wishes, BlindIndex index)
{
    /// <summary>The siblings as this guardian sees them; null when there never was one to see and nothing was wished.</summary>
    public async Task<SiblingsView?> SeenByAsync(string guardian, StoredApplication stored, CultureInfo language, CancellationToken cancellationToken)
    {
        var (household, wish) = (await siblings.OfAsync(stored.Application, cancellationToken), await wishes.OfAsync(stored.Application.Id, cancellationToken));
        var seen = household.Where(other => other.Kind is not SiblingKind.SameHousehold && IsGuardian(guardian, other.Entry)).ToList();
        var linked = seen.Where(other => other.IsLive)
            .Select(other => new SiblingView(other.Kind.ToString(), Texts.Get($"Sibling.{other.Kind}", language),
                other.Stored.BelongsTo(guardian) ? other.Stored.Application.Id.Value : null)).ToList();
        return seen.Count == 0 && wish is null ? null : SiblingsView.Of(linked, wish, language);
    }

    private bool IsGuardian(string guardian, HouseholdEntry entry) => entry.Guardians.Any(number => GuardianIndex.KeyOf(number, index) == guardian);
}
