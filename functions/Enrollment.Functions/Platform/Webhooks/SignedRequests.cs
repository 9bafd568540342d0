using System.Globalization;

namespace Enrollment.Functions.Platform.Webhooks;

/// <summary>Signs what leaves the service: questions to departments, files to the scanner, notices to their gateway.</summary>
internal static class SignedRequests
{
    /// <summary>Adds the three headers of Standard Webhooks over these bytes.</summary>
    public static void Sign(this HttpRequestMessage request, WebhookKey key, string id, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        var timestamp = now.ToUnixTimeSeconds();
        request.Headers.Add(WebhookHeaders.IdName, id);
        request.Headers.Add(WebhookHeaders.TimestampName, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookHeaders.SignatureName, WebhookSignature.Sign(key, id, timestamp, body));
    }
}
