using System.Net.Sockets;
using System.Text;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentExchangeTests
{
    private const string NoRecord = """{"resultCode":"NotFound"}""";

    public static TheoryData<string> OutsideTheContract =>
    [
        "", "{", "[]", "null", "<html>", "{}", NoRecord, "{\"requestId\":\"req-1\"}", Answers.With(Answers.Marriage), Answers.With("null"),
        Answers.Envelope("[]", requestId: "req-2"), Answers.Envelope("[]", caseNo: "00000000000000000000000001"), Answers.With(Answers.Person) + "x",
        Answers.With(Answers.Person).Replace("Match", "match", StringComparison.Ordinal), new string(' ', 70_000) + Answers.With(Answers.Person),
    ];

    [Fact]
    public async Task AskAsync_Answer_IsReportedWithItsBody()
    {
        var body = Answers.With(Answers.Person, Answers.Household);
        await using var police = await FakeDepartment.StartAsync(200, body);
        using var setup = new ExchangeSetup(police.Address);

        var answered = Assert.IsType<AskResult.Answered>(await setup.AskAsync());

        Assert.Equal(body, answered.Body);
        Assert.Equal(2, answered.Report.Items.Count);
        Assert.Equal("Answered", answered.ToString());
        Assert.Empty(setup.Clock.Pauses);
    }

    [Fact]
    public async Task AskAsync_Question_IsSignedAndNamesOnlyWhatIsAsked()
    {
        await using var police = await FakeDepartment.StartAsync(202);
        using var setup = new ExchangeSetup($"{police.Address}/exchange");

        await setup.AskAsync();

        var received = Assert.Single(police.Received);
        Assert.Equal("/exchange/police/queries", received.Path);
        Assert.Equal("req-1", received.Headers["webhook-id"]);
        Assert.Equal(
            WebhookVerification.Valid,
            WebhookSignature.Verify([WebhookKey.Parse(ExchangeSetup.RequestKey)], WebhookHeaders.Of(received.Headers), received.Body, ExchangeSetup.Start));
        Assert.Equal(
            """{"requestId":"req-1","caseNo":"00000000000000000000000000","purposeCode":"PRIMARY_ENROLLMENT","subjectConsentRef":"statement-2026-1","operator":"enrollment","sentAt":"2026-07-01T00:00:00+00:00","questions":["Person","Household"],"areaCode":"350502","child":{"name":"林小满","idNo":"359901202002290021"},"guardians":[{"name":"林国栋","idNo":"359901198801010015"},{"name":"许若兰","idNo":"359901198902020028"}]}""",
            Encoding.UTF8.GetString(received.Body));
    }

    [Fact]
    public async Task AskAsync_PeriodAndTrace_AreSentWhereGiven()
    {
        await using var socialSecurity = await FakeDepartment.StartAsync(202);
        using var setup = new ExchangeSetup(socialSecurity.Address);
        var query = Queries.Create(Department.SocialSecurity) with
        {
            From = new DateOnly(2024, 1, 1),
            To = new DateOnly(2026, 6, 30),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        };

        await setup.Exchanges.For(Department.SocialSecurity).AskAsync(query, CancellationToken.None);

        var received = Assert.Single(socialSecurity.Received);
        Assert.Equal("/social-security/queries", received.Path);
        Assert.Contains("\"traceParent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"", Encoding.UTF8.GetString(received.Body), StringComparison.Ordinal);
        Assert.EndsWith("\"from\":\"2024-01-01\",\"to\":\"2026-06-30\"}", Encoding.UTF8.GetString(received.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_Accepted_WillCallBack()
    {
        await using var police = await FakeDepartment.StartAsync(202, """{"requestId":"req-1","status":"Accepted"}""");
        using var setup = new ExchangeSetup(police.Address);

        Assert.IsType<AskResult.WillCallBack>(await setup.AskAsync());
    }

    [Fact]
    public async Task AskAsync_NoRecord_IsAnAnswerHoweverItIsSaid()
    {
        var inFull = Answers.Envelope("[]", "NotFound");
        await using var police = await FakeDepartment.StartAsync(404, NoRecord);
        await using var property = await FakeDepartment.StartAsync(200, inFull);
        using var setup = new ExchangeSetup(police.Address, settings => settings["Departments:Property:BaseAddress"] = property.Address);

        Assert.Equal(new AskResult.NoRecord(NoRecord), await setup.AskAsync());
        Assert.Equal(new AskResult.NoRecord(inFull), await setup.AskAsync(Department.Property));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>404</html>")]
    [InlineData("{}")]
    [InlineData("""{"resultCode":"Found"}""")]
    public async Task AskAsync_PageNotFound_IsNoWordAboutAChild(string body)
    {
        await using var police = await FakeDepartment.StartAsync(404, body);
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.MalformedAnswer), await setup.AskAsync());
        Assert.Single(police.Received);
    }

    [Theory]
    [MemberData(nameof(OutsideTheContract))]
    public async Task AskAsync_AnswerOutsideTheContract_IsNotAnAnswerAndNotAskedAgain(string body)
    {
        await using var police = await FakeDepartment.StartAsync(200, body);
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.MalformedAnswer), await setup.AskAsync());
        Assert.Single(police.Received);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    public async Task AskAsync_Refusal_IsNotAskedAgain(int status)
    {
        await using var police = await FakeDepartment.StartAsync(status, "", ("Location", "/elsewhere"));
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.Refused), await setup.AskAsync());
        Assert.Single(police.Received);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task AskAsync_ServerError_IsAskedThreeTimesInAll(int status)
    {
        await using var police = await FakeDepartment.StartAsync(status);
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.ServerError), await setup.AskAsync());
        Assert.Equal(3, police.Received.Count);
        Assert.Equal(2, setup.Clock.Pauses.Count);
    }

    [Fact]
    public async Task AskAsync_ServerErrorOnce_IsAnsweredWithTheSameQuestion()
    {
        await using var police = await FakeDepartment.StartAsync(
            (context, number) => number == 1 ? FakeDepartment.AnswerAsync(context, 500) : FakeDepartment.AnswerAsync(context, 200, Answers.With(Answers.Person)));
        using var setup = new ExchangeSetup(police.Address);

        Assert.IsType<AskResult.Answered>(await setup.AskAsync());
        Assert.Equal(police.Received[0].Body, police.Received[1].Body);
        Assert.Equal(police.Received[0].Headers["webhook-id"], police.Received[1].Headers["webhook-id"]);
    }

    [Theory]
    [InlineData(429, "2", 2)]
    [InlineData(503, "2", 2)]
    [InlineData(503, "Wed, 01 Jul 2026 00:00:04 GMT", 4)]
    public async Task AskAsync_RetryAfter_IsHonored(int status, string retryAfter, int seconds)
    {
        await using var police = await FakeDepartment.StartAsync((context, number) => number == 1
            ? FakeDepartment.AnswerAsync(context, status, "", ("Retry-After", retryAfter))
            : FakeDepartment.AnswerAsync(context, 200, Answers.With(Answers.Person)));
        using var setup = new ExchangeSetup(police.Address);

        Assert.IsType<AskResult.Answered>(await setup.AskAsync());
        Assert.Equal([TimeSpan.FromSeconds(seconds)], setup.Clock.Pauses);
    }

    [Theory]
    [InlineData(429, "60", UnreachableReason.TooManyRequests, 60)]
    [InlineData(503, "10", UnreachableReason.ServerError, 10)]
    [InlineData(503, "999999999", UnreachableReason.ServerError, 3600)]
    public async Task AskAsync_RetryAfterBeyondTheTimeLeft_IsHandedToTheCaller(int status, string retryAfter, object reason, int seconds)
    {
        await using var police = await FakeDepartment.StartAsync(status, "", ("Retry-After", retryAfter));
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable((UnreachableReason)reason, TimeSpan.FromSeconds(seconds)), await setup.AskAsync());
        Assert.Single(police.Received);
        Assert.Empty(setup.Clock.Pauses);
    }

    [Fact]
    public async Task AskAsync_MalformedRetryAfter_IsNone()
    {
        await using var police = await FakeDepartment.StartAsync(429, "", ("Retry-After", "soon"));
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.TooManyRequests), await setup.AskAsync());
        Assert.Equal(3, police.Received.Count);
    }

    [Fact]
    public async Task AskAsync_ConnectionDropped_IsAskedThreeTimesInAll()
    {
        await using var police = await FakeDepartment.StartAsync((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.ConnectionFailed), await setup.AskAsync());
        Assert.Equal(3, police.Received.Count);
    }

    [Fact]
    public async Task AskAsync_ConnectionDroppedWithinTheAnswer_IsNoAnswer()
    {
        await using var police = await FakeDepartment.StartAsync(async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"requestId\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var setup = new ExchangeSetup(police.Address);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.ConnectionFailed), await setup.AskAsync());
    }

    [Fact]
    public async Task AskAsync_NobodyListens_IsNoConnection()
    {
        // Bound and not listening: the port is ours, and refuses.
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        using var setup = new ExchangeSetup($"http://{bound.LocalEndPoint}");

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.ConnectionFailed), await setup.AskAsync());
    }

    [Fact]
    public async Task AskAsync_NoAnswerInTime_EndsEachAttempt()
    {
        await using var police = await FakeDepartment.StartAsync((context, _) => FakeDepartment.HangAsync(context));
        using var setup = new ExchangeSetup(police.Address, settings => settings["Departments:Police:RetryDelay"] = "00:00:00.001");

        var asking = setup.AskAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await police.NextAsync();
            setup.Clock.Advance(ExchangeSetup.AttemptTimeout);
        }

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.Timeout), await asking);
        Assert.Equal(3, police.Received.Count);
    }

    [Fact]
    public async Task AskAsync_AnswerThatNeverEnds_IsCutOff()
    {
        await using var police = await FakeDepartment.StartAsync(async (context, _) =>
        {
            await context.Response.WriteAsync("{\"requestId\":");
            await context.Response.Body.FlushAsync();
            await FakeDepartment.HangAsync(context);
        });
        using var setup = new ExchangeSetup(police.Address, settings => settings["Departments:Police:Retries"] = "0");

        var asking = setup.AskAsync();
        await police.NextAsync();
        setup.Clock.Advance(ExchangeSetup.AttemptTimeout);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.Timeout), await asking);
    }

    [Fact]
    public async Task AskAsync_AllTimeUsedUp_EndsWithinAnAttempt()
    {
        await using var police = await FakeDepartment.StartAsync((context, _) => FakeDepartment.HangAsync(context));
        using var setup = new ExchangeSetup(police.Address, settings => settings["Departments:Police:AttemptTimeout"] = "00:00:10");

        var asking = setup.AskAsync();
        await police.NextAsync();
        setup.Clock.Advance(ExchangeSetup.TotalTimeout);

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.Timeout), await asking);
        Assert.Single(police.Received);
    }

    [Fact]
    public async Task AskAsync_CallerGivesUp_Throws()
    {
        await using var police = await FakeDepartment.StartAsync((context, _) => FakeDepartment.HangAsync(context));
        using var setup = new ExchangeSetup(police.Address);
        using var shutdown = new CancellationTokenSource();

        List<Task> asking = [setup.AskAsync(cancellationToken: shutdown.Token)];
        await police.NextAsync();
        await shutdown.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(asking));
    }

    [Fact]
    public async Task AskAsync_MoreCallsThanMayWait_AreTurnedAway()
    {
        await using var police = await FakeDepartment.StartAsync((context, _) => FakeDepartment.HangAsync(context));
        using var setup = new ExchangeSetup(police.Address, settings => settings["Departments:Police:MaxConcurrency"] = "1");
        using var end = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 5).Select(_ => setup.AskAsync(cancellationToken: end.Token)).ToList();
        await police.NextAsync();

        Assert.Equal(new AskResult.Unreachable(UnreachableReason.Saturated), await setup.AskAsync());

        Assert.Single(police.Received);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    [Fact]
    public async Task AskAsync_OtherDepartmentsQuestion_IsABug()
    {
        using var setup = new ExchangeSetup("http://127.0.0.1:1");

        await Assert.ThrowsAsync<ArgumentException>(
            () => setup.Exchanges.For(Department.Police).AskAsync(Queries.Create(Department.Property), CancellationToken.None));
    }

    [Fact]
    public async Task AskAsync_HandlerAddedToAllClients_SeesTheCallAndItsExceptionEscapes()
    {
        using var setup = new ExchangeSetup("http://127.0.0.1:1", services: services => services.ConfigureHttpClientDefaults(
            client => client.AddHttpMessageHandler(() => new ThrowingHandler())));

        await Assert.ThrowsAsync<NotSupportedException>(() => setup.AskAsync());
    }

    private sealed class ThrowingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
