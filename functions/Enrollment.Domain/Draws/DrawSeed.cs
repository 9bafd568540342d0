using System.Text;

namespace Enrollment.Domain.Draws;

/// <summary>The one number all chance of a draw comes from (docs/placement-record.md section 2).</summary>
public readonly record struct DrawSeed(Digest Value)
{
    /// <summary>Nobody can know it before the entropy is read out, and nobody can choose it afterwards.</summary>
    public static DrawSeed Derive(Digest list, DrawSecret secret, Entropy entropy) => Derive("enrollment-draw/1\n"u8, list, secret, entropy);

    /// <summary>Likewise for a round of admission, with a tag of its own (docs/admission-record.md section 2).</summary>
    public static DrawSeed DeriveForAdmission(Digest list, DrawSecret secret, Entropy entropy) => Derive("enrollment-admission-draw/1\n"u8, list, secret, entropy);

    /// <summary>Chance of its own for each purpose.</summary>
    /// <param name="name">ASCII, as the specification names it.</param>
    public Chance Chance(string name) => new(Value, name);

    /// <summary>A seed of its own, where a whole draw is repeated.</summary>
    /// <param name="name">ASCII, as the specification names it.</param>
    public DrawSeed Another(string name) => new(Digest.Of([.. Value.ToArray(), .. Encoding.ASCII.GetBytes(name)]));

    private static DrawSeed Derive(ReadOnlySpan<byte> tag, Digest list, DrawSecret secret, Entropy entropy) =>
        new(Digest.Of([.. tag, .. list.ToArray(), .. secret.ToArray(), .. Encoding.ASCII.GetBytes(entropy.Text)]));
}
