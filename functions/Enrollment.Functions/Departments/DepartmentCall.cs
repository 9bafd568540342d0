using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Departments;

/// <summary>A question and its bytes, the same for every attempt.</summary>
internal sealed record QueryToSend(DepartmentQuery Query, byte[] Body);

/// <summary>One attempt: sends a signed question and reads what comes back.</summary>
internal sealed class DepartmentCall(WebhookKey key, IHttpClientFactory clients, TimeProvider clock, ILogger<DepartmentCall> logger)
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    public async Task<AskResult> SendAsync(QueryToSend question, CancellationToken cancellationToken)
    {
        var path = DepartmentPaths.Of(question.Query.Department);
        using var activity = Tracing.Call($"ask {path}")?.SetTag(Tracing.Department, path);
        try
        {
            var result = await AttemptAsync(question, activity, cancellationToken);
            activity.SetOutcome(result.Outcome, isFailure: result is AskResult.Unreachable);
            return result;
        }
        catch (OperationCanceledException)
        {
            activity.SetOutcome(nameof(UnreachableReason.Timeout), isFailure: true);
            throw;
        }
    }

    private async Task<AskResult> AttemptAsync(QueryToSend question, Activity? activity, CancellationToken cancellationToken)
    {
        using var request = RequestOf(question);
        if (activity?.Id is { } traceParent)
            request.Headers.Add("traceparent", traceParent);
        using var client = clients.CreateClient(DepartmentPaths.ClientOf(question.Query.Department));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            activity?.SetTag("http.response.status_code", (int)response.StatusCode);
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var body = await BoundedBody.ReadAsync(stream, DepartmentAnswers.MaxBytes, cancellationToken);
            return ResultOf(response, body, question.Query);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            logger.LogWarning("No connection to {Department} for {RequestId}: {Error}", question.Query.Department, question.Query.RequestId, e.GetType().Name);
            return new AskResult.Unreachable(UnreachableReason.ConnectionFailed);
        }
    }

    private HttpRequestMessage RequestOf(QueryToSend question)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{DepartmentPaths.Of(question.Query.Department)}/queries")
        {
            Content = new ByteArrayContent(question.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Sign(key, question.Query.RequestId, clock.GetUtcNow(), question.Body);
        return request;
    }

    private AskResult ResultOf(HttpResponseMessage response, ReadOnlyMemory<byte>? body, DepartmentQuery query) => response.StatusCode switch
    {
        HttpStatusCode.OK when body is { } bytes => AnswerOf(bytes, query),
        HttpStatusCode.Accepted => new AskResult.WillCallBack(),
        // A page that is not there is no word about a child.
        HttpStatusCode.NotFound when body is { } bytes && DepartmentAnswers.IsNoRecord(bytes) => new AskResult.NoRecord(Encoding.UTF8.GetString(bytes.Span)),
        HttpStatusCode.OK or HttpStatusCode.NotFound => Malformed("$", query),
        HttpStatusCode.TooManyRequests => new AskResult.Unreachable(UnreachableReason.TooManyRequests, RetryAfterOf(response)),
        >= HttpStatusCode.InternalServerError => new AskResult.Unreachable(UnreachableReason.ServerError, RetryAfterOf(response)),
        _ => Refused(response.StatusCode, query),
    };

    private AskResult AnswerOf(ReadOnlyMemory<byte> body, DepartmentQuery query) => DepartmentAnswers.Parse(query.Department, body) switch
    {
        AnswerParse.Malformed malformed => Malformed(malformed.Path, query),
        AnswerParse.Parsed parsed when parsed.RequestId != query.RequestId => Malformed("$.requestId", query),
        AnswerParse.Parsed parsed when parsed.CaseNo != query.Case.Value => Malformed("$.caseNo", query),
        AnswerParse.Parsed { NoRecord: true } => new AskResult.NoRecord(Encoding.UTF8.GetString(body.Span)),
        AnswerParse.Parsed parsed => new AskResult.Answered(parsed.Report, Encoding.UTF8.GetString(body.Span)),
        _ => throw new InvalidOperationException("AnswerParse is closed."),
    };

    private AskResult.Unreachable Malformed(string path, DepartmentQuery query)
    {
        logger.LogWarning("{Department} answered {RequestId} outside the contract at {Path}", query.Department, query.RequestId, path);
        return new AskResult.Unreachable(UnreachableReason.MalformedAnswer);
    }

    private AskResult.Unreachable Refused(HttpStatusCode status, DepartmentQuery query)
    {
        logger.LogWarning("{Department} refused {RequestId} with status {Status}", query.Department, query.RequestId, (int)status);
        return new AskResult.Unreachable(UnreachableReason.Refused);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return pause is { } value ? TimeSpan.FromTicks(Math.Clamp(value.Ticks, 0, LongestRetryAfter.Ticks)) : null;
    }
}
