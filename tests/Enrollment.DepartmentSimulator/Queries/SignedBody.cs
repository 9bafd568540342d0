namespace Enrollment.DepartmentSimulator.Queries;

internal static class SignedBody
{
    // Standard Webhooks: payloads stay below 20 kB; measured before anything is hashed
    private const int Longest = 20_000;

    /// <returns>Null when the body is longer than allowed.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var buffer = new byte[Longest + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > Longest ? null : buffer[..length];
    }
}
