namespace Enrollment.Domain.Verification.Rules;

/// <summary>
/// What each owner on a deed owns. Shares not written count as equal [S01]: they split equally what the written ones leave, which
/// is the whole when none is written [OWN].
/// </summary>
internal static class DeedShares
{
    /// <summary>Each owner's exact share, in the deed's order; null when the written shares exceed the whole.</summary>
    internal static IReadOnlyList<(HomeOwner Owner, Fraction Part)>? Of(HomeItem home)
    {
        // default(Share) has denominator 0: no share can be read from it.
        if (home.Owners.Any(owner => owner.Share is { Denominator: 0 }))
            return null;
        var written = Fraction.Sum(home.Owners.Where(owner => owner.Share is not null).Select(owner => Fraction.Of(owner.Share!.Value)));
        if (written > Fraction.One)
            return null;
        var unwritten = home.Owners.Count(owner => owner.Share is null);
        return [.. home.Owners.Select(owner => (owner, owner.Share is { } share ? Fraction.Of(share) : (Fraction.One - written) / unwritten))];
    }
}
