namespace Enrollment.Domain.Draws;

/// <summary>32 bytes the bureau chose and keeps to itself until the draw. Prints nothing of them.</summary>
public sealed record DrawSecret
{
    private readonly Digest _bytes;

    private DrawSecret(Digest bytes) => _bytes = bytes;

    /// <summary>A secret from 32 bytes of a good source.</summary>
    public static DrawSecret FromBytes(ReadOnlySpan<byte> bytes) => new(Digest.FromBytes(bytes));

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static bool TryParse(string? text, out DrawSecret? secret)
    {
        secret = Digest.TryParse(text, out var bytes) ? new DrawSecret(bytes) : null;
        return secret is not null;
    }

    /// <summary>What is published beforehand: it binds to the secret without telling it.</summary>
    public Digest Commitment() => Digest.Of([.. "enrollment-commitment/1\n"u8, .. _bytes.ToArray()]);

    /// <summary>The secret itself, 64 hexadecimal digits; only for a published record.</summary>
    public string Reveal() => _bytes.ToString();

    /// <summary>Never the secret.</summary>
    public override string ToString() => "DrawSecret { *** }";

    internal byte[] ToArray() => _bytes.ToArray();
}
