using System.Net;
using System.Text;
using System.Text.Json;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Operators;

/// <summary>The whole way on a running host: a step that fails until its message is dead, the work list, and `enroll deadletters`.</summary>
public sealed class EnrollDeadLettersTests : IAsyncLifetime
{
    private readonly Refusal _policies = new("PolicyVersions");
    private readonly string _token = Path.Combine(Directory.CreateTempSubdirectory("enroll").FullName, "token");
    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_token, BureauClient.Bureau + "\n");
        _service = await Service.StartAsync(new ServiceOptions
        {
            IsPumping = true,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
                ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.200",
                // The sweep must not do what the operator is to do.
                ["Verification:FirstDue"] = "01:00:00",
                ["Verification:RedriveAtMost"] = "01:00:00",
            },
            Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(_policies.Handler),
        });
    }

    public async Task DisposeAsync()
    {
        Directory.Delete(Path.GetDirectoryName(_token)!, recursive: true);
        await Service.DisposeAsync();
    }

    [Fact]
    public async Task StepThatFails_IsSeenReplayedOnceItsCauseIsGoneAndRecorded()
    {
        _policies.IsOn = true;
        var parent = Service.Parent(FamilyPool.Plain);
        var application = await parent.ApplyAsync();
        // Once, and five times sent again by the collector: from here on it is a person's.
        Assert.True(await Until.TrueAsync(async () => (await Service.Stored.RowsAsync(DeadLetters.Table, VerificationQueues.Plan)) is [var row] && row.GetInt32("Times") == 6
            && row.GetString("Verdict") == "StillDue"), "given up on");

        var shown = (await new ReviewDesk(Service).ListAsync("?kind=DeadLetter")).Json.GetProperty("deadLetters").GetProperty("deadLetters")[0];
        var (listed, table, _) = Enroll("list");
        var letter = table.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Single(word => word.StartsWith("verification/", StringComparison.Ordinal));
        var early = Enroll("show", letter, "--json");

        Assert.Equal(letter, shown.GetProperty("id").GetString());
        Assert.Equal("RequestFailedException 403 Enrollment.Functions.Platform.Storage.TableInserts.TryInsertAsync", CauseOf(shown));
        Assert.Equal(0, listed);
        Assert.Contains("Open", table, StringComparison.Ordinal);
        Assert.Contains("RequestFailedException 403", table, StringComparison.Ordinal);
        Assert.Equal(("Open", 6), (JsonElement.Parse(early.Output).GetProperty("deadLetter").GetProperty("state").GetString(), JsonElement.Parse(early.Output).GetProperty("deadLetter").GetProperty("times").GetInt32()));
        Canaries.AssertNobodyIn(table + early.Output, [parent.Family]);

        _policies.IsOn = false;
        var replayed = Enroll("replay", letter, "--reason", "the policy table is back");
        Assert.True(await Until.TrueAsync(async () => (await parent.GetAsync(application)).Json.GetProperty("status").GetString() == "Verified"), "settled");

        Assert.Equal(0, replayed.Exit);
        Assert.Contains("Replay -> Replayed  bureau-1  the policy table is back", replayed.Output, StringComparison.Ordinal);
        Assert.Equal((0, "None."), (Enroll("list").Exit, Enroll("list").Output.Trim()));
        Assert.Contains("Resolve -> Resolved  service", Enroll("show", letter).Output, StringComparison.Ordinal);
        Assert.Equal((1, "", "step-not-due: The step this message asks for is not due any more. Nothing was sent."), Trimmed(Enroll("replay", letter)));
        Assert.Equal(["Submitted", "VerificationStarted"], (await Service.Stored.EventsAsync(application)).Take(2));
    }

    [Fact]
    public async Task Garbage_IsDiscardedWithAReasonAndDoesNotSpeakToTheTerminal()
    {
        await Service.Stored.SendRawAsync(VerificationQueues.Police, Convert.ToBase64String(Encoding.UTF8.GetBytes("\u001b[31mred \u202e alarm")));
        Assert.True(await Until.TrueAsync(async () => (await Service.Stored.RowsAsync(DeadLetters.Table, VerificationQueues.Police)) is [var row] && row.GetString("Verdict") == "Unreadable"), "parked");
        var letter = JsonElement.Parse(Enroll("list", "--json", "--queue", VerificationQueues.Police).Output).GetProperty("deadLetters")[0].GetProperty("id").GetString()!;

        Assert.Contains("?[31mred ? alarm", Enroll("show", letter).Output, StringComparison.Ordinal);
        Assert.Equal(2, Enroll("discard", letter).Exit);
        Assert.Equal((1, "", "message-unusable"), Code(Enroll("replay", letter)));
        var discarded = Enroll("discard", letter, "--reason", "a test of the network people", "--json");

        Assert.Equal(0, discarded.Exit);
        Assert.Equal("a test of the network people", JsonElement.Parse(discarded.Output).GetProperty("history")[0].GetProperty("reason").GetString());
        Assert.Equal("None.", Enroll("list").Output.Trim());
        Assert.Contains(letter, Enroll("list", "--state", "Discarded").Output, StringComparison.Ordinal);
        Assert.Contains(letter, Enroll("list", "--state", "all", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enroll_WhoMayNotAsk_IsToldInOneLine()
    {
        var letter = $"verification/{new string('0', 64)}";
        Assert.Equal((1, "", "not-found"), Code(Enroll("show", letter)));
        Assert.Equal(2, Enroll("show", "../../etc/passwd").Exit);
        Assert.Equal(2, Enroll("list", "--state", "Closed").Exit);
        await File.WriteAllTextAsync(_token, BureauClient.Staff);
        Assert.Equal((1, "", "not-found"), Code(Enroll("list")));
        await File.WriteAllTextAsync(_token, "nobody");
        Assert.Equal((2, "", "unauthenticated"), Code(Enroll("list")));
        await File.WriteAllTextAsync(_token, "two words\nHeader: x");
        Assert.Contains("No token", Enroll("list").Error, StringComparison.Ordinal);
        File.Delete(_token);
        Assert.Equal(2, Enroll("list").Exit);
    }

    [Theory]
    [InlineData("http://example.invalid")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("nowhere")]
    public void Enroll_AddressThatWouldShowTheToken_IsRefused(string address) =>
        Assert.Equal(2, Run(["deadletters", "list", "--service", address, "--token-file", _token, "--lang", "en"]).Exit);

    [Fact]
    public void Enroll_AServiceThatIsNotThere_Exit2()
    {
        var (exit, _, error) = Run(["deadletters", "list", "--service", "http://127.0.0.1:1", "--token-file", _token, "--lang", "en"]);

        Assert.Equal((2, "http://127.0.0.1:1 gave no answer of the service."), (exit, error.Trim()));
    }

    private static string CauseOf(JsonElement line)
    {
        var cause = line.GetProperty("cause");
        return $"{Text("exception")} {Text("detail")} {Text("where")}";

        string? Text(string name) => cause.GetProperty(name).GetString();
    }

    private static (int, string, string) Trimmed((int Exit, string Output, string Error) ran) => (ran.Exit, ran.Output.Trim(), ran.Error.Trim());

    private static (int, string, string) Code((int Exit, string Output, string Error) ran) => (ran.Exit, ran.Output.Trim(), ran.Error.Split(':')[0]);

    private (int Exit, string Output, string Error) Enroll(string verb, params string[] more) =>
        Run(["deadletters", verb, .. more, "--service", Service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), "--token-file", _token, .. more.Contains("--lang") ? Array.Empty<string>() : ["--lang", "en"]]);

    private static (int Exit, string Output, string Error) Run(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Enrollment.Cli.Program.Run(arguments, output, error), output.ToString(), error.ToString());
    }

    /// <summary>A table that refuses us, as one does whose role was taken away.</summary>
    private sealed class Refusal(string table)
    {
        public bool IsOn { get; set; }

        public DelegatingHandler Handler() => new Door(this);

        private sealed class Door(Refusal refusal) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                refusal.IsOn && request.RequestUri!.AbsolutePath.Contains(refusal.Table, StringComparison.Ordinal)
                    ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("") })
                    : base.SendAsync(request, cancellationToken);
        }

        private string Table => table;
    }
}
