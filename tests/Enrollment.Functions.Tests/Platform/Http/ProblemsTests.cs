using System.Diagnostics;
using System.Text;
using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Tests.Platform.Http;

public sealed class ProblemsTests
{
    [Fact]
    public async Task Of_OneFault_IsTheProblem()
    {
        var (response, body) = await AnswerAsync(request => Problems.Of(request, [new Fault(FaultCode.ChildIsGuardian, "$.child")]));

        Assert.Equal((422, "application/problem+json", "no-store"), (response.StatusCode, response.ContentType, response.Headers.CacheControl.ToString()));
        Assert.Equal(
            """{"type":"urn:enrollment:problem:child-is-guardian","title":"儿童与监护人不能是同一人。","status":422,"code":"child-is-guardian","traceId":"trace-1","errors":[{"path":"$.child","code":"child-is-guardian","message":"儿童与监护人不能是同一人。"}]}""",
            body);
    }

    [Fact]
    public async Task Of_SeveralFaults_AreListedUnderValidationFailed()
    {
        var (response, body) = await AnswerAsync(
            request => Problems.Of(request, [new Fault(FaultCode.TooLong, "$.child.name"), new Fault(FaultCode.Required, "$.guardian.phone")]), "en");

        Assert.Equal(422, response.StatusCode);
        Assert.Equal(
            """{"type":"urn:enrollment:problem:validation-failed","title":"Some details need to be corrected. Nothing was stored.","status":422,"code":"validation-failed","traceId":"trace-1","errors":[{"path":"$.child.name","code":"too-long","message":"This text is too long."},{"path":"$.guardian.phone","code":"required","message":"Please fill in this field."}]}""",
            body);
    }

    [Fact]
    public async Task Of_FormAndContentFaultsTogether_HasTheStatusOfForm()
    {
        var (response, _) = await AnswerAsync(
            request => Problems.Of(request, [new Fault(FaultCode.UnknownValue, "$.sex"), new Fault(FaultCode.WrongType, "$.born")]));

        Assert.Equal(400, response.StatusCode);
    }

    [Fact]
    public void Of_NoFault_IsABug() => Assert.Throws<ArgumentException>(() => Problems.Of(Requests.WithoutBody(), []));

    [Theory]
    [InlineData(FaultCode.SubmissionInFlight, "2")]
    [InlineData(FaultCode.TemporarilyUnavailable, "5")]
    [InlineData(FaultCode.ChildAlreadyApplied, "")]
    public async Task Of_CodeThatPasses_SaysWhenToComeBack(FaultCode code, string seconds)
    {
        var (response, _) = await AnswerAsync(request => Problems.Of(request, code));

        Assert.Equal(seconds, response.Headers.RetryAfter.ToString());
    }

    [Fact]
    public async Task Of_StatedPause_IsRoundedUp()
    {
        var (response, _) = await AnswerAsync(request => Problems.Of(request, FaultCode.TemporarilyUnavailable, TimeSpan.FromMilliseconds(10_001)));

        Assert.Equal("11", response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Of_Unauthenticated_NamesTheScheme()
    {
        var (response, body) = await AnswerAsync(request => Problems.Of(request, FaultCode.Unauthenticated));

        Assert.Equal((401, "Bearer"), (response.StatusCode, response.Headers.WWWAuthenticate.ToString()));
        Assert.Contains("\"errors\":[]", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_InsideATrace_NamesIt()
    {
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        var (_, body) = await AnswerAsync(request => Problems.Of(request, FaultCode.NotFound));

        Assert.Contains($"\"traceId\":\"{activity.TraceId}\"", body, StringComparison.Ordinal);
    }

    private static async Task<(HttpResponse Response, string Body)> AnswerAsync(Func<HttpRequest, IResult> problem, string? language = null)
    {
        var request = language is null ? Requests.WithoutBody() : Requests.WithoutBody(("Accept-Language", language));
        using var written = new MemoryStream();
        request.HttpContext.Response.Body = written;
        await problem(request).ExecuteAsync(request.HttpContext);
        return (request.HttpContext.Response, Encoding.UTF8.GetString(written.ToArray()));
    }
}
