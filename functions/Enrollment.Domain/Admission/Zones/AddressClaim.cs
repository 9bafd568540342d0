namespace Enrollment.Domain.Admission.Zones;

/// <summary>What one line of a service-area list claims for its zone. Closed.</summary>
public abstract record AddressClaim
{
    private AddressClaim()
    {
    }

    /// <summary>How surely the claim covers an address; null when it does not.</summary>
    public abstract MatchConfidence? Covers(AddressParts parts);

    /// <summary>Houses of a street.</summary>
    /// <param name="Street">As the lists write it, for example 榕荫路.</param>
    /// <param name="Range">The house numbers.</param>
    public sealed record Houses(string Street, NumberRange Range) : AddressClaim
    {
        /// <inheritdoc/>
        public override MatchConfidence? Covers(AddressParts parts) =>
            parts.Number is { } number && Same(parts.Street, Street) && Range.Covers(number) ? MatchConfidence.StreetAndNumber : null;
    }

    /// <summary>A residential compound (小区), or some of its buildings.</summary>
    /// <param name="Name">The compound.</param>
    /// <param name="Street">The street it stands on; without it any compound of that name is meant.</param>
    /// <param name="Buildings">The buildings; null for all, and for addresses that name none.</param>
    public sealed record Compound(string Name, string? Street, NumberRange? Buildings) : AddressClaim
    {
        /// <inheritdoc/>
        public override MatchConfidence? Covers(AddressParts parts)
        {
            if (!Same(parts.Compound, Name) || Differ(parts.Street, Street) || (Buildings is { } range && !(parts.Building is { } number && range.Covers(number))))
                return null;
            return parts.Street is null || Street is null ? MatchConfidence.CompoundOnly
                : Buildings is null ? MatchConfidence.CompoundOnStreet : MatchConfidence.ExactBuilding;
        }
    }

    /// <summary>One building at a house number.</summary>
    /// <param name="Street">The street.</param>
    /// <param name="Number">The house number.</param>
    /// <param name="CompoundName">The compound, where the list names it; the address must then name it too.</param>
    /// <param name="Building">The building.</param>
    public sealed record OneBuilding(string Street, int Number, string? CompoundName, int Building) : AddressClaim
    {
        /// <inheritdoc/>
        public override MatchConfidence? Covers(AddressParts parts) =>
            Same(parts.Street, Street) && parts.Number == Number && parts.Building == Building && (CompoundName is null || Same(parts.Compound, CompoundName)) ? MatchConfidence.ExactBuilding : null;
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    // What one side does not say does not contradict.
    private static bool Differ(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal);
}
