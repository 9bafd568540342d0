namespace Enrollment.Domain.Applications;

/// <summary>
/// An application's number: 128 unpredictable bits as 26 characters of Crockford base32 (lower case). It is not personal data
/// and may stand in messages, logs and addresses; knowing it gives no access.
/// </summary>
public sealed record ApplicationId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private ApplicationId(string value) => Value = value;

    /// <summary>The 26 characters.</summary>
    public string Value { get; }

    /// <summary>Makes the number of 16 bytes.</summary>
    public static ApplicationId FromBytes(ReadOnlySpan<byte> sixteen)
    {
        if (sixteen.Length != 16)
            throw new ArgumentException("An application id is 16 bytes.", nameof(sixteen));
        var bits = new UInt128(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(sixteen),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(sixteen[8..]));
        return new ApplicationId(string.Create(26, bits, static (text, rest) =>
        {
            for (var i = 25; i >= 0; i--, rest >>= 5)
                text[i] = Alphabet[(int)(rest & 31)];
        }));
    }

    /// <summary>Reads a number as it stands in an address; anything else is false, never an exception.</summary>
    public static bool TryParse(string? text, out ApplicationId? id)
    {
        var holds = text is { Length: 26 } && text[0] is >= '0' and <= '7' && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
        id = holds ? new ApplicationId(text!) : null;
        return holds;
    }

    /// <summary>Reads a number that this service wrote; anything else is a bug.</summary>
    public static ApplicationId Parse(string text) =>
        TryParse(text, out var id) ? id! : throw new FormatException("Not an application id.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
