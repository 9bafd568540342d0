using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Platform.Webhooks;

/// <summary>The three headers of Standard Webhooks; null where a header is absent or stands more than once.</summary>
internal sealed record WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    public const string IdName = "webhook-id";
    public const string TimestampName = "webhook-timestamp";
    public const string SignatureName = "webhook-signature";

    public static WebhookHeaders Of(IHeaderDictionary headers) => new(Single(headers, IdName), Single(headers, TimestampName), Single(headers, SignatureName));

    private static string? Single(IHeaderDictionary headers, string name) => headers[name] is [{ Length: > 0 } value] ? value : null;
}
