using Enrollment.Domain;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Platform.Http;

/// <summary>The Idempotency-Key header: a structured-field string (draft-ietf-httpapi-idempotency-key-header), at most 64 characters.</summary>
internal static class IdempotencyKey
{
    private const int MaxLength = 64;

    /// <summary>Reads the header.</summary>
    /// <returns>Null when it holds or is not there, else the fault.</returns>
    public static FaultCode? TryRead(HttpRequest request, out string? key)
    {
        key = null;
        if (!request.Headers.TryGetValue("Idempotency-Key", out var values))
            return null;
        var text = values.Count == 1 ? values[0]!.Trim() : "";
        if (text.Length is < 3 or > MaxLength + 2 || text[0] != '"' || text[^1] != '"' || !text[1..^1].All(IsPlain))
            return FaultCode.IdempotencyKeyMalformed;
        key = text[1..^1];
        return null;
    }

    // An escape sequence would give one key two spellings: RFC 8941 allows it, nobody needs it.
    private static bool IsPlain(char c) => c is >= ' ' and <= '~' and not '"' and not '\\';
}
