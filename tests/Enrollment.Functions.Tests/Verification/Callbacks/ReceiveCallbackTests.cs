using System.Text;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DevCluster;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Callbacks;
using Department = Enrollment.Domain.Verification.Department;

namespace Enrollment.Functions.Tests.Verification.Callbacks;

/// <summary>Who may call back and what comes of it; the department in these tests has promised a callback and stays silent itself.</summary>
public sealed class ReceiveCallbackTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task CallBack_Genuine_IsAppliedOnce()
    {
        var @case = await PromisedAsync();

        var answer = await @case.CallBackAsync("msg_1");
        await _service.Hand.DrainAsync();

        Assert.Equal(202, answer.Status);
        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
        Assert.Equal(["Applied"], await @case.OutcomesAsync());
        Assert.Single(await _service.Stored.EventsAsync(@case.Id), "CategoryEstablished");
        Assert.Empty(await _service.Stored.DueAsync(@case.Id));
    }

    [Fact]
    public async Task CallBack_Acknowledged_IsDurableBeforeAnybodyLooksAtIt()
    {
        var @case = await PromisedAsync();

        await @case.CallBackAsync("msg_1");

        Assert.Equal(["Received"], await @case.OutcomesAsync());
        Assert.Single(await _service.Stored.MessagesAsync(VerificationQueues.Callbacks));
        await _service.Hand.DrainAsync();
    }

    [Fact]
    public async Task CallBack_SameMessageAgain_IsAcknowledgedAndChangesNothing()
    {
        var @case = await PromisedAsync();
        await @case.CallBackAsync("msg_1");
        await _service.Hand.DrainAsync();
        var before = await @case.VersionsAsync();

        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => @case.CallBackAsync("msg_1")));
        await _service.Hand.DrainAsync();

        Assert.All(again, answer => Assert.Equal(202, answer.Status));
        Assert.Equal(before, await @case.VersionsAsync());
        Assert.Equal(["Applied"], await @case.OutcomesAsync());
    }

    [Fact]
    public async Task CallBack_SameMessageIdOtherContent_DoesNotReplaceTheFirst()
    {
        var @case = await PromisedAsync();
        await @case.CallBackAsync("msg_1");
        var answer = await _service.Voice.CallBackAsync("property", @case.Truth.Contradiction(), "msg_1");
        await _service.Hand.DrainAsync();

        Assert.Equal(202, answer.Status);
        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
    }

    [Fact]
    public async Task CallBack_SameAnswerUnderANewMessageId_IsNotedAsRepeated()
    {
        var @case = await PromisedAsync();
        await @case.CallBackAsync("msg_1");
        await _service.Hand.DrainAsync();
        var before = await @case.VersionsAsync();

        await _service.Voice.CallBackAsync("property", @case.Truth with { RetrievedAt = @case.Truth.RetrievedAt.AddMinutes(1) }, "msg_2");
        await _service.Hand.DrainAsync();

        Assert.Equal(before, await @case.VersionsAsync());
        Assert.Equal(["Applied", "Repeated"], await @case.OutcomesAsync());
    }

    [Fact]
    public async Task CallBack_QueueMessageDeliveredTwice_IsAppliedOnce()
    {
        var @case = await PromisedAsync();
        await @case.CallBackAsync("msg_1");
        var row = Assert.Single(await _service.Stored.RowsAsync(CallbackInbox.Table, @case.Id));
        var message = new CallbackMessage(@case.Id, row.RowKey, TraceParent: null);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _service.Hand.DeliverAsync(nameof(ApplyCallback), message)));
        await _service.Hand.DrainAsync();

        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
        Assert.Single(await _service.Stored.EventsAsync(@case.Id), "CategoryEstablished");
        Assert.DoesNotContain("ConflictingAnswer", await _service.Stored.EventsAsync(@case.Id));
    }

    [Fact]
    public async Task CallBack_TwoDifferentAnswers_TheFirstStaysAndTheConflictIsRecorded()
    {
        var @case = await PromisedAsync();
        await @case.CallBackAsync("msg_1");
        await _service.Hand.DrainAsync();

        var second = await _service.Voice.CallBackAsync("property", @case.Truth.Contradiction(), "msg_2");
        await _service.Hand.DrainAsync();

        Assert.Equal(202, second.Status);
        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
        Assert.Equal(["Applied", "Conflicting"], await @case.OutcomesAsync());
        Assert.Single(await _service.Stored.EventsAsync(@case.Id), "ConflictingAnswer");
    }

    [Fact]
    public async Task CallBack_TwoDifferentAnswersBeforeEitherIsLookedAt_TheFirstReceivedStays()
    {
        var @case = await PromisedAsync();
        await @case.CallBackAsync("msg_1");
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await _service.Voice.CallBackAsync("property", @case.Truth.Contradiction(), "msg_2");
        var second = (await _service.Stored.RowsAsync(CallbackInbox.Table, @case.Id)).MaxBy(row => row.GetDateTimeOffset("ReceivedAt"))!;

        await _service.Hand.DeliverAsync(nameof(ApplyCallback), new CallbackMessage(@case.Id, second.RowKey, TraceParent: null));
        await _service.Hand.DrainAsync();

        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
        Assert.Equal(["Applied", "Conflicting"], await @case.OutcomesAsync());
    }

    [Theory]
    [InlineData(299)]
    [InlineData(300)]
    [InlineData(-300)]
    public async Task CallBack_TimestampInTheWindow_IsTaken(int age)
    {
        var @case = await PromisedAsync();

        Assert.Equal(202, (await @case.PostAsync(@case.Truth.ToJson(), TimeSpan.FromSeconds(age))).Status);
        await _service.Hand.DrainAsync();
        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86400)]
    public async Task CallBack_TimestampOutsideTheWindow_IsRefused(int age)
    {
        var @case = await PromisedAsync();

        var answer = await @case.PostAsync(@case.Truth.ToJson(), TimeSpan.FromSeconds(age));

        await @case.AssertRefusedAsync(answer, 401, "callback-signature-invalid", recorded: false);
    }

    [Theory]
    [InlineData("flipped body")]
    [InlineData("flipped signature")]
    [InlineData("other id")]
    [InlineData("other timestamp")]
    [InlineData("another department's key")]
    [InlineData("our request key")]
    [InlineData("unsigned")]
    [InlineData("v2")]
    public async Task CallBack_SignatureThatDoesNotHold_IsRefused(string how)
    {
        var @case = await PromisedAsync();
        var body = @case.Truth.ToJson();
        var signed = _service.Voice.Sign("property", body, "msg_1");
        var answer = await (how switch
        {
            "flipped body" => _service.Voice.PostAsync("property", [.. body[..^1], (byte)(body[^1] ^ 1)], signed),
            "flipped signature" => _service.Voice.PostAsync("property", body, signed with { Signatures = Flipped(signed.Signatures) }),
            "other id" => _service.Voice.PostAsync("property", body, signed with { Id = "msg_2" }),
            "other timestamp" => _service.Voice.PostAsync("property", body, signed with { Timestamp = $"{signed.Timestamp}0"[1..] }),
            "another department's key" => _service.Voice.PostAsync("property", body, _service.Voice.Sign("police", body, "msg_1")),
            "our request key" => _service.Voice.PostAsync("property", body, SignedByRequestKey(body)),
            "unsigned" => _service.Voice.PostAsync("property", body, signature: null),
            _ => _service.Voice.PostAsync("property", body, signed with { Signatures = signed.Signatures.Replace("v1,", "v2,", StringComparison.Ordinal) }),
        });

        await @case.AssertRefusedAsync(answer, 401, "callback-signature-invalid", recorded: false);
    }

    [Fact]
    public async Task CallBack_UnknownApplication_IsRefusedAndRecorded()
    {
        var @case = await PromisedAsync();
        const string unknown = "0123456789abcdefghjkmnpqrs";

        var answer = await _service.Voice.CallBackAsync("property", @case.Truth with { CaseNo = unknown, RequestId = $"{unknown}-Property-1" }, "msg_1");

        await @case.AssertRefusedAsync(answer, 409, "callback-unknown", recorded: false);
        Assert.Equal("Unknown", Assert.Single(await _service.Stored.RowsAsync(CallbackInbox.Table, unknown)).GetString("Outcome"));
    }

    [Fact]
    public async Task CallBack_CaseThatIsNoNumber_IsRefused()
    {
        var @case = await PromisedAsync();

        var answer = await _service.Voice.CallBackAsync("property", @case.Truth with { CaseNo = "' or 1 eq 1" }, "msg_1");

        await @case.AssertRefusedAsync(answer, 409, "callback-unknown", recorded: false);
    }

    [Theory]
    [InlineData("-Property-2")]
    [InlineData("-Property-0")]
    [InlineData("-Property-01")]
    [InlineData("-Police-1")]
    [InlineData("-SocialSecurity-1")]
    [InlineData("")]
    public async Task CallBack_QuestionNeverAsked_IsRefusedAndRecorded(string suffix)
    {
        var @case = await PromisedAsync();

        var answer = await _service.Voice.CallBackAsync("property", @case.Truth with { RequestId = @case.Id + suffix }, "msg_1");

        await @case.AssertRefusedAsync(answer, 409, "callback-unknown", recorded: true);
    }

    [Fact]
    public async Task CallBack_DepartmentThatWasNotAsked_IsRefusedAndRecorded()
    {
        var @case = await PromisedAsync();
        var answer = @case.Truth with { RequestId = $"{@case.Id}-SocialSecurity-1", Found = false, Items = [] };

        await @case.AssertRefusedAsync(await _service.Voice.CallBackAsync("social-security", answer, "msg_1"), 409, "callback-unknown", recorded: true);
    }

    [Fact]
    public async Task CallBack_AnotherDepartmentsQuestion_IsRefusedAndRecorded()
    {
        var @case = await PromisedAsync();
        var answer = @case.Truth with { Found = false, Items = [] };

        await @case.AssertRefusedAsync(await _service.Voice.CallBackAsync("police", answer, "msg_1"), 409, "callback-unknown", recorded: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"requestId\":\"x\"}")]
    [InlineData("\ufeff{}")]
    [InlineData("{\"requestId\":\"\\ud800\"}")]
    public async Task CallBack_MalformedBody_IsRefused(string body)
    {
        var @case = await PromisedAsync();

        var answer = await @case.PostAsync(Encoding.UTF8.GetBytes(body));

        await @case.AssertRefusedAsync(answer, 400, "callback-malformed", recorded: false);
    }

    [Fact]
    public async Task CallBack_EvidenceHashThatDoesNotFit_IsRefused()
    {
        var @case = await PromisedAsync();
        var text = Encoding.UTF8.GetString(@case.Truth.ToJson());

        var answer = await @case.PostAsync(Encoding.UTF8.GetBytes(text.Replace("Residential", "Office", StringComparison.Ordinal)));

        await @case.AssertRefusedAsync(answer, 400, "callback-malformed", recorded: false);
    }

    [Fact]
    public async Task CallBack_LargerThan20000Bytes_IsRefusedBeforeItIsVerified()
    {
        var @case = await PromisedAsync();

        var answer = await @case.PostAsync(new byte[20_001]);

        await @case.AssertRefusedAsync(answer, 413, "body-too-large", recorded: false);
    }

    [Fact]
    public async Task CallBack_NoSuchDepartment_IsNotFound()
    {
        var @case = await PromisedAsync();
        var body = @case.Truth.ToJson();

        var answer = await _service.Voice.PostAsync("Property", body, _service.Voice.Sign("property", body, "msg_1"));

        await @case.AssertRefusedAsync(answer, 404, "not-found", recorded: false);
    }

    [Fact]
    public async Task CallBack_BeforeThePromiseIsStored_CountsAllTheSame()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await _service.Hand.RunOnceAsync(VerificationQueues.Plan);
        var @case = new PromisedCase(_service, parent, id);

        await @case.CallBackAsync("msg_1");
        await _service.Hand.RunOnceAsync(VerificationQueues.Callbacks);
        await _service.Hand.DrainAsync();

        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
    }

    [Fact]
    public async Task CallBack_ToAnEarlierAskingOfTheSameQuestion_Counts()
    {
        var @case = await PromisedAsync();
        fixture.Clock.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(1));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync();

        var answer = await @case.CallBackAsync("msg_1");
        await _service.Hand.DrainAsync();

        Assert.Equal(202, answer.Status);
        Assert.Equal(("Verified", "Match"), await @case.StandingAsync());
        Assert.Contains("AskedAgain", await _service.Stored.EventsAsync(@case.Id));
    }

    private static string Flipped(string signature) => signature[..^2] + (signature[^2] == 'A' ? 'B' : 'A') + signature[^1];

    private Enrollment.DepartmentSimulator.Signatures.SignedMessage SignedByRequestKey(byte[] body)
    {
        Assert.True(Enrollment.DepartmentSimulator.Signatures.WebhookKey.TryParse(DevelopmentKeys.WebhookSecret(DevelopmentKeys.RequestKey(Department.Property)), out var key));
        return Enrollment.DepartmentSimulator.Signatures.SignedMessage.Create(key, "msg_1", fixture.Clock.GetUtcNow(), body);
    }

    private async Task<PromisedCase> PromisedAsync()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        await _service.Departments.BehaveAsync(Department.Property, new { kind = "NeverCallBack" }, parent.ChildNumber);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();
        var @case = new PromisedCase(_service, parent, id);
        Assert.Equal(("Verifying", "Pending"), await @case.StandingAsync());
        return @case;
    }

    /// <summary>An application for which property still owes its answer.</summary>
    private sealed class PromisedCase(Service service, Parent parent, string id)
    {
        public string Id { get; } = id;

        public Answer Truth { get; } = service.Voice.Truth("property", parent.Family, id);

        public Task<HttpAnswer> CallBackAsync(string webhookId) => service.Voice.CallBackAsync("property", Truth, webhookId);

        public Task<HttpAnswer> PostAsync(byte[] body, TimeSpan age = default) =>
            service.Voice.PostAsync("property", body, service.Voice.Sign("property", body, "msg_1", age));

        public async Task<(string Status, string Property)> StandingAsync()
        {
            var application = (await parent.GetAsync(Id)).Json;
            var property = application.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("department").GetString() == "Property");
            return (application.GetProperty("status").GetString()!, property.GetProperty("status").GetString()!);
        }

        public async Task<IReadOnlyList<string>> OutcomesAsync() =>
            [.. (await service.Stored.RowsAsync(CallbackInbox.Table, Id)).Select(row => row.GetString("Outcome")).Order(StringComparer.Ordinal)];

        public async Task<IReadOnlyList<(string, string)>> VersionsAsync() =>
            [.. (await service.Stored.RowsAsync(ApplicationStore.Table, Id)).Select(row => (row.RowKey, row.ETag.ToString()))];

        public async Task AssertRefusedAsync(HttpAnswer answer, int status, string code, bool recorded)
        {
            answer.AssertProblem(status, code);
            Assert.Equal(recorded ? ["Unknown"] : [], await OutcomesAsync());
            Assert.Empty(await service.Stored.MessagesAsync(VerificationQueues.Callbacks));
            Assert.Equal(("Verifying", "Pending"), await StandingAsync());
        }
    }
}
