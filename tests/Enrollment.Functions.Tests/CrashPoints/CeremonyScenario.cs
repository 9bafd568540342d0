using System.Text.Json;
using Enrollment.Domain.Draws;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Placement;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>A school's placement from its roster to a late joiner, driven by people who press the button again and a timer that ticks.</summary>
internal sealed class CeremonyScenario(TestApp app, string school, ShiftedTime time, bool losesMessages)
{
    private const int Attempts = 10;
    private const string Json = "application/json";

    private static readonly Digest Late = Digest.Of("a late secret"u8);
    private static readonly Digest Secret = Digest.Of("a secret"u8);

    private readonly string _staff = School.Token("school-staff", "school", school);
    private readonly string _bureau = School.Token("bureau-1", "bureau", school: null);
    private bool _isLost;

    /// <summary>Runs to the end; the placement's number, and how much service time the draw took.</summary>
    public async Task<(string Run, TimeSpan Took)> RunAsync()
    {
        var run = await CreateAsync();
        await InsistAsync(() => app.AskAsync<SealPlacement>("", Json, _bureau, (function, request) => function.RunAsync(request, school, run, CancellationToken.None)));
        Assert.True(DrawSecret.TryParse(Secret.ToString(), out var secret));
        var commitments = JsonSerializer.Serialize(new { commitment = secret!.Commitment().ToString(), lateCommitment = LateChain.Commitment(Late).ToString() });
        await InsistAsync(() => app.AskAsync<CommitPlacement>(commitments, Json, _bureau, (function, request) => function.RunAsync(request, school, run, CancellationToken.None)));
        var inputs = JsonSerializer.Serialize(new { secret = Secret.ToString(), entropy = School.Entropy });
        await InsistAsync(() => app.AskAsync<StartDraw>(inputs, Json, _bureau, (function, request) => function.RunAsync(request, school, run, CancellationToken.None)));
        var took = await DrawnAsync(run);
        await InsistAsync(() => app.AskAsync<PublishPlacement>("", Json, _bureau, (function, request) => function.RunAsync(request, school, run, CancellationToken.None)));
        var joiner = JsonSerializer.Serialize(new { ticketId = "L1", sex = "Male", specialNeeds = false, approval = "2026-17", link = LateChain.Link(Late, 1).ToString() });
        await InsistAsync(() => app.AskAsync<PlaceLateJoiner>(joiner, Json, _bureau, (function, request) => function.RunAsync(request, school, run, CancellationToken.None)));
        return (run, took);
    }

    /// <summary>A tick of the timer; one that dies is followed by another.</summary>
    public Task TickAsync() => SurviveAsync(async () =>
    {
        await app.TickAsync<ResumeDraws>(function => function.RunAsync(new TimerInfo(), CancellationToken.None));
        return (0, default);
    });

    /// <summary>Whoever meets the placement of an earlier try, whose answer never came, finds it in the list.</summary>
    private async Task<string> CreateAsync()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (status, body) = await SurviveAsync(() => app.AskAsync<CreatePlacement>(School.Roster(24), "text/csv", _staff,
                (function, request) => function.RunAsync(request, school, CancellationToken.None), "?year=2026&classes=2&capacity=20"));
            if (status == 201)
                return body.GetProperty("run").GetString()!;
            if (status != 409)
                continue;
            (_, body) = await app.AskAsync<GetPlacement>("", Json, _staff, (function, request) => function.ListAsync(request, school, CancellationToken.None));
            return body.GetProperty("placements").EnumerateArray().Single().GetProperty("run").GetString()!;
        }
        throw new InvalidOperationException("Ten rosters, and none was taken.");
    }

    private async Task<TimeSpan> DrawnAsync(string run)
    {
        var start = time.Ahead;
        for (var round = 0; round < Attempts; round++)
        {
            await app.DrainAsync([PlacementNames.Queue], _ => losesMessages && !_isLost && (_isLost = true));
            var (_, body) = await SurviveAsync(() => app.AskAsync<GetPlacement>("", Json, _staff, (function, request) => function.RunAsync(request, school, run, CancellationToken.None)));
            if (body.ValueKind is JsonValueKind.Object && body.TryGetProperty("status", out var status) && status.GetString() == "Drawn")
                return time.Ahead - start;
            time.Advance(TimeSpan.FromSeconds(30));
            await TickAsync();
        }
        throw new InvalidOperationException($"Not drawn after {Attempts} ticks.");
    }

    private static async Task InsistAsync(Func<Task<(int Status, JsonElement Body)>> ask)
    {
        var last = (Status: 0, Body: default(JsonElement));
        for (var attempt = 0; attempt < Attempts && last.Status != StatusCodes.Status200OK; attempt++)
            last = await SurviveAsync(ask);
        Assert.True(last.Status == StatusCodes.Status200OK, $"{last.Status} after {Attempts} tries: {last.Body}");
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
