namespace Enrollment.Functions.Platform.Http;

/// <summary>Reads a body that a stranger sends without ever holding more of it than allowed.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 4096;

    /// <summary>The bytes as sent, or null when there are more than <paramref name="maxBytes"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(FirstBuffer, maxBytes + 1)];
        var length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length), cancellationToken) is var read and > 0)
        {
            length += read;
            if (length > maxBytes)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes + 1));
        }

        return buffer.AsMemory(0, length);
    }
}
