using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Enrollment.Domain.Notices;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Enrollment.Functions.Notices;

/// <summary>The one way out for notices: text messages and calls, handed to whoever sends them, signed like a department's question (docs/notices.md). Idempotent by the message's id.</summary>
internal sealed class NoticeGateway(IHttpClientFactory clients, IOptions<NoticeOptions> options, TimeProvider clock, ILogger<NoticeGateway> logger)
{
    public const string HttpClient = "notices.gateway";

    private const int MaxAnswer = 4 * 1024;
    private const int LongestReceipt = 128;

    // Shared by all calls: a circuit of one call never opens.
    private readonly ResiliencePipeline<HandingAnswer?> _pipeline = NoticePipeline.Create(options.Value, clock);

    /// <summary>Hands a message over; one whose id the gateway knows is not sent again.</summary>
    public async Task<HandingAnswer> HandAsync(NoticeMessage message, CancellationToken cancellationToken) =>
        await CallAsync(message.MessageId, HttpMethod.Post, "notices", JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web), AnswerOf, cancellationToken)
        ?? new HandingAnswer.Unclear();

    /// <summary>Asks whether the gateway has a message.</summary>
    /// <returns>Null when it says that it does not.</returns>
    public Task<HandingAnswer?> AskAsync(string messageId, CancellationToken cancellationToken) =>
        CallAsync(messageId, HttpMethod.Get, $"notices/{messageId}", [], KnownOf, cancellationToken);

    private async Task<HandingAnswer?> CallAsync(string id, HttpMethod method, string path, byte[] body, Func<HttpStatusCode, GatewayAnswer?, HandingAnswer?> read,
        CancellationToken cancellationToken)
    {
        // Switched off while a message was on its way: it waits, and a person calls in the end.
        if (options.Value.Gateway is null)
            return Unclear(id, "no gateway");
        using var activity = Tracing.Call($"notice {method}");
        try
        {
            var answer = await _pipeline.ExecuteAsync(async token => await AttemptAsync(id, method, path, body, read, token), cancellationToken);
            activity.SetOutcome(answer?.GetType().Name ?? "Unknown", isFailure: answer is HandingAnswer.Unclear);
            return answer;
        }
        catch (Exception e) when (e is BrokenCircuitException or RateLimiterRejectedException or TimeoutRejectedException)
        {
            activity.SetOutcome(e.GetType().Name, isFailure: true);
            return Unclear(id, e.GetType().Name);
        }
    }

    private async Task<HandingAnswer?> AttemptAsync(string id, HttpMethod method, string path, byte[] body, Func<HttpStatusCode, GatewayAnswer?, HandingAnswer?> read,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{options.Value.Gateway!.AbsoluteUri.TrimEnd('/')}/{path}"));
        if (method == HttpMethod.Post)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Sign(WebhookKey.Parse(options.Value.GatewayKey!), id, clock.GetUtcNow(), body);
        using var client = clients.CreateClient(HttpClient);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var answer = await BoundedBody.ReadAsync(stream, MaxAnswer, cancellationToken) is { } bytes ? Parse(bytes) : null;
            // An answer about another message is none about this one.
            var result = read(response.StatusCode, answer?.MessageId == id ? answer : null);
            return result is HandingAnswer.Unclear ? Unclear(id, $"status {(int)response.StatusCode}") : result;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Unclear(id, e.GetType().Name);
        }
    }

    // Only 422 is a word about the message; any other refusal is one about our key or address, which somebody will mend.
    private static HandingAnswer AnswerOf(HttpStatusCode status, GatewayAnswer? answer) => (status, answer) switch
    {
        (HttpStatusCode.OK or HttpStatusCode.Accepted, { Receipt: { } receipt }) => new HandingAnswer.Accepted(receipt),
        (HttpStatusCode.UnprocessableEntity, not null) => new HandingAnswer.Refused(),
        _ => new HandingAnswer.Unclear(),
    };

    private static HandingAnswer? KnownOf(HttpStatusCode status, GatewayAnswer? answer) => (status, answer) switch
    {
        (HttpStatusCode.OK, { Known: true, Receipt: { } receipt }) => new HandingAnswer.Accepted(receipt),
        (HttpStatusCode.OK, { Known: false }) => null,
        _ => new HandingAnswer.Unclear(),
    };

    private static GatewayAnswer? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<GatewayAnswer>(body.Span, JsonSerializerOptions.Web) is { } answer && answer.Receipt is null or { Length: > 0 and <= LongestReceipt }
                ? answer
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private HandingAnswer.Unclear Unclear(string id, string why)
    {
        logger.LogWarning("The notice gateway gave no answer that counts for {MessageId}: {Why}", id, why);
        return new HandingAnswer.Unclear();
    }

    private sealed record GatewayAnswer(string? MessageId, bool? Known, string? Receipt);
}

/// <summary>What the gateway is given. The number to call is all it learns about a person.</summary>
/// <param name="MessageId">The message's id: the same for every attempt.</param>
/// <param name="Channel">`Sms` or `Call`.</param>
/// <param name="To">A mobile number of 11 digits.</param>
/// <param name="Kind">What is told; gateways that want templates know it by this.</param>
/// <param name="Language">`zh-Hans` or `en`.</param>
/// <param name="Text">What the parent reads or hears.</param>
internal sealed record NoticeMessage(string MessageId, string Channel, string To, string Kind, string Language, string Text)
{
    /// <summary>No number and no text in a log.</summary>
    public override string ToString() => $"NoticeMessage {{ {MessageId} }}";
}
