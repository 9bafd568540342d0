using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Verification;

internal static class PropertyComparison
{
    internal static Comparison OfHomes(ApplicationForm form, IReadOnlyList<HomeItem> homes)
    {
        if (homes.Count == 0)
            return Comparison.NothingFound;
        return form.Property is { } property ? Comparison.Of(HomeFields(form, property, homes)) : Comparison.Agrees;
    }

    private static IEnumerable<string> HomeFields(ApplicationForm form, PropertyDetails property, IReadOnlyList<HomeItem> homes)
    {
        if (Comparison.Disagrees(property.CertificateNo, homes.Select(home => home.CertificateNo)))
            yield return "$.property.certificateNo";
        var here = homes.Where(home => StandardAddress.Same(home.Address, form.ResidenceAddress)).ToList();
        if (here.Count == 0)
            yield return "$.residence.address";
        else if (!here.Any(home => OwnersFit(form, property.Ownership, home)))
            yield return "$.property.ownership";
    }

    // The deed does not say who is a grandparent: an owner besides the parents may be one.
    private static bool OwnersFit(ApplicationForm form, PropertyOwnership stated, HomeItem home) => stated switch
    {
        PropertyOwnership.Parents => home.Owners.Any(owner => Comparison.IsGuardian(form, owner.IdNo)),
        PropertyOwnership.Grandparents => home.Owners.Any(owner => !Comparison.IsGuardian(form, owner.IdNo)),
        _ => throw new ArgumentOutOfRangeException(nameof(stated)),
    };

    internal static Comparison OfTenancies(ApplicationForm form, IReadOnlyList<TenancyItem> items)
    {
        var tenancies = items.Where(item => Comparison.IsGuardian(form, item.TenantIdNo)).ToList();
        return tenancies.Count == 0 ? Comparison.NothingFound : Comparison.Of(TenancyFields(form, tenancies));
    }

    private static IEnumerable<string> TenancyFields(ApplicationForm form, IReadOnlyList<TenancyItem> tenancies)
    {
        if (form.Tenancy is { } stated && tenancies.Min(tenancy => tenancy.From) > stated.Since)
            yield return "$.tenancy.since";
        if (!tenancies.Any(tenancy => StandardAddress.Same(tenancy.Address, form.ResidenceAddress)))
            yield return "$.residence.address";
    }
}
