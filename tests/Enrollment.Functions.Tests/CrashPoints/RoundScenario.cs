using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Admission;
using Enrollment.Functions.Tests.Admission;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>A round from a list to be made to offers that are made, driven by people who press the button again and a timer that ticks.</summary>
internal sealed class RoundScenario(TestApp app, ShiftedTime time)
{
    private const int Attempts = 12;
    private const string Json = "application/json";

    // Chance makes it when a round is created; the same in every run here, so that every run must end with the same bytes.
    private static readonly Digest Key = Digest.Of("the key of this round"u8);

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static RoundName Name { get; } = new(2026, "main-2026");

    public async Task<string> RunAsync()
    {
        await OpenAsync();
        await UntilAsync(round => round.PreparedAt is not null);
        await InsistAsync<SealRound>("", (function, request) => function.RunAsync(request, "2026", Name.Round, CancellationToken.None));
        Assert.True(DrawSecret.TryParse(Bureau.Secret, out var secret));
        await InsistAsync<CommitRound>(JsonSerializer.Serialize(new { commitment = secret!.Commitment().ToString() }),
            (function, request) => function.RunAsync(request, "2026", Name.Round, CancellationToken.None));
        await InsistAsync<DrawRound>(JsonSerializer.Serialize(new { secret = Bureau.Secret, entropy = Bureau.Entropy }),
            (function, request) => function.RunAsync(request, "2026", Name.Round, CancellationToken.None));
        await UntilAsync(round => round.Ceremony.State is CeremonyState.Drawn);
        await InsistAsync<PublishRound>("", (function, request) => function.RunAsync(request, "2026", Name.Round, CancellationToken.None));
        await UntilAsync(round => round.Ceremony.State is CeremonyState.Published && round.Work is null);
        return (await InsistAsync<GetRoundRecord>("", (function, request) => function.RunAsync(request, "2026", Name.Round, CancellationToken.None))).GetRawText();
    }

    /// <summary>A tick of the timer; one that dies is followed by another.</summary>
    public Task TickAsync() => SurviveAsync(async () =>
    {
        await app.TickAsync<ResumeRounds>(function => function.RunAsync(new TimerInfo(), CancellationToken.None));
        return (0, default);
    });

    private async Task OpenAsync()
    {
        var seed = JsonNode.Parse(Bureau.Setup().ToJsonString())!.AsObject();
        seed["answerWithin"] = new JsonObject { ["count"] = 3, ["unit"] = "WorkingDays", ["source"] = "test" };
        var round = new StoredRound(Name, Ceremony.New, Key, PreparedAt: null, Delivered: 0, Children: 0, Events: 0, default);
        await app.Get<RoundFiles>().SaveSetupAsync(round, seed.Deserialize<RoundSetup>(Reading)!, CancellationToken.None);
        await app.Get<OpenRounds>().ArmAsync(Name, CancellationToken.None);
        Assert.True(await app.Get<RoundStore>().CreateAsync(round, new RoundEvent(RoundEventKind.Created, "bureau-1", time.GetUtcNow()), CancellationToken.None));
        await app.Get<OpenRounds>().SendAsync(Name, traceParent: null, CancellationToken.None);
    }

    private async Task UntilAsync(Func<StoredRound, bool> isSo)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await app.DrainAsync([AdmissionNames.Queue]);
            if (isSo((await app.Get<RoundStore>().FindAsync(Name, CancellationToken.None))!))
                return;
            time.Advance(TimeSpan.FromSeconds(30));
            await TickAsync();
        }
        throw new InvalidOperationException($"Not so after {Attempts} ticks.");
    }

    private async Task<JsonElement> InsistAsync<T>(string body, Func<T, HttpRequest, Task<IResult>> run)
    {
        var last = (Status: 0, Body: default(JsonElement));
        for (var attempt = 0; attempt < Attempts && last.Status != StatusCodes.Status200OK; attempt++)
            last = await SurviveAsync(() => app.AskAsync(body, Json, Bureau.First, run));
        Assert.True(last.Status == StatusCodes.Status200OK, $"{typeof(T).Name}: {last.Status} after {Attempts} tries: {last.Body}");
        return last.Body;
    }

    private static async Task<(int Status, JsonElement Body)> SurviveAsync(Func<Task<(int Status, JsonElement Body)>> invocation)
    {
        try
        {
            return await invocation();
        }
        catch (ProcessDiedException)
        {
            return default;
        }
    }
}
