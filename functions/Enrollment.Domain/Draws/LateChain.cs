namespace Enrollment.Domain.Draws;

/// <summary>
/// A chain of secrets for those who come after the draw: its end is published with the commitment, and each late joiner reveals the link before
/// (docs/placement-record.md section 9). Nobody can choose a link, and nobody outside can know it early.
/// </summary>
public static class LateChain
{
    /// <summary>How many late joiners one chain serves.</summary>
    public const int Links = 1000;

    /// <summary>The published end of the chain that starts at <paramref name="secret"/>.</summary>
    public static Digest Commitment(Digest secret) => Link(secret, 0);

    /// <summary>The link that late joiner number <paramref name="number"/> (1 to 1000) reveals; number 0 is the commitment.</summary>
    public static Digest Link(Digest secret, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Links);
        for (var i = 0; i < Links - number; i++)
            secret = Hash(secret);
        return secret;
    }

    /// <summary>Is <paramref name="link"/> the one after <paramref name="before"/> (the commitment, or the last link revealed)?</summary>
    public static bool Follows(Digest before, Digest link) => Hash(link) == before;

    /// <summary>The seed of the draw of one late joiner.</summary>
    public static DrawSeed SeedOf(Digest link, ReadOnlySpan<byte> rowCode) =>
        new(Digest.Of([.. "enrollment-late/1\n"u8, .. link.ToArray(), .. rowCode]));

    private static Digest Hash(Digest link) => Digest.Of([.. "enrollment-late-chain/1\n"u8, .. link.ToArray()]);
}
