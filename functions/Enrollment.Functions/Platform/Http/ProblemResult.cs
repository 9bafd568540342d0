using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Platform.Http;

/// <summary>A problem's members in the order they are written.</summary>
internal sealed record ProblemBody(string Type, string Title, int Status, string Code, string TraceId, IReadOnlyList<ProblemError> Errors)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemWindow? Window { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemDays? LateRegistration { get; init; }
}

/// <summary>One fault of several, at its JSON path.</summary>
internal sealed record ProblemError(string Path, string Code, string Message);

/// <summary>Why nothing is taken today: in words, and the days for a machine.</summary>
internal sealed record ProblemSeason(string Detail, ProblemWindow Window, ProblemDays? LateRegistration);

/// <summary>A window of the policy's calendar, both days included.</summary>
internal sealed record ProblemWindow(string Id, string Text, DateOnly First, DateOnly Last);

/// <summary>Days, both included.</summary>
internal sealed record ProblemDays(DateOnly First, DateOnly Last);

/// <summary>Writes a problem; its form must not hang on the host's JSON settings.</summary>
internal sealed class ProblemResult(ProblemBody body, TimeSpan? retryAfter) : IResult, IStatusCodeHttpResult, IValueHttpResult<ProblemBody>
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public int? StatusCode => body.Status;

    public ProblemBody Value => body;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = body.Status;
        response.Headers.CacheControl = "no-store";
        if (body.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (retryAfter is { } delay)
            response.Headers.RetryAfter = ((long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(body, Options, "application/problem+json", httpContext.RequestAborted);
    }
}
