using System.Net;
using System.Text.Json;

namespace Enrollment.DevCluster.Parents;

/// <summary>An answer of the API, read to its end.</summary>
public sealed record Reply(HttpStatusCode Status, string? ETag, Uri? Location, string Text)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body, which must be JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The body of a successful answer; otherwise throws with what the service said.</summary>
    public JsonElement JsonOfSuccess => IsSuccess ? Json : throw new HttpRequestException($"{(int)Status}: {Text}", inner: null, Status);

    internal static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        new(response.StatusCode, response.Headers.ETag?.ToString(), response.Headers.Location,
            await response.Content.ReadAsStringAsync(cancellation));
}
