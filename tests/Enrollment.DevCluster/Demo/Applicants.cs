using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Enrollment.DevCluster.Parents;

namespace Enrollment.DevCluster.Demo;

/// <summary>The parents: each applies once, then looks again from time to time until the application has ended.</summary>
/// <param name="client">Their way to the service.</param>
/// <param name="families">Who applies.</param>
/// <param name="standstill">How long nothing may settle before the rest is given up.</param>
/// <param name="isPatient">Whether to look on until each case ends as expected.</param>
internal sealed class Applicants(ParentClient client, IReadOnlyList<DemoFamily> families, TimeSpan standstill, bool isPatient = false) : IDisposable
{
    private const int AtOnce = 16;
    private const int LookingAtOnce = 4;

    // Azurite's queues slow down with every message they hold, and past the demo's impatient deadlines a backlog looks like a failure.
    private const int OutstandingAtMost = 200;

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);
    private const int InFlightAtMost = 120;

    private readonly Stopwatch _clock = new();
    private readonly SemaphoreSlim _room = new(OutstandingAtMost);
    private readonly Channel<Case> _applied = Channel.CreateUnbounded<Case>();
    private int _appliedCount;
    private int _settledCount;
    private int _looks;
    private long _lastSettledAt;

    public IReadOnlyList<Case> Cases { get; } = [.. families.Select(family => new Case(family, isPatient))];

    public int Applied => _appliedCount;

    public int Settled => _settledCount;

    /// <summary>How often an application was read.</summary>
    public int Looks => _looks;

    public TimeSpan Elapsed => _clock.Elapsed;

    public TimeSpan AppliedAfter { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _clock.Start();
        await Task.WhenAll(OrStopAsync(ApplyAllAsync, all), OrStopAsync(FollowAllAsync, all));
        _clock.Stop();
    }

    public void Dispose() => _room.Dispose();

    /// <summary>Reads one application once more, to learn what that costs.</summary>
    public Task LookAgainAsync(CancellationToken cancellation) =>
        Cases.FirstOrDefault(@case => @case.ApplicationId is not null) is { } any
            ? client.GetAsync(any.ApplicationId!, any.Family.Token, cancellation: cancellation)
            : Task.CompletedTask;

    /// <summary>Reads everybody once more: an end that was seen must stay.</summary>
    public Task LookAtAllAgainAsync(CancellationToken cancellation) =>
        Parallel.ForEachAsync(Cases.Where(@case => @case.ApplicationId is not null), Options(LookingAtOnce, cancellation), async (@case, token) =>
        {
            if (await client.GetAsync(@case.ApplicationId!, @case.Family.Token, cancellation: token) is { IsSuccess: true } reply)
                Note(@case, reply.Json);
        });

    // Either would wait for the other's progress for ever.
    private static async Task OrStopAsync(Func<CancellationToken, Task> part, CancellationTokenSource all)
    {
        try
        {
            await part(all.Token);
        }
        catch
        {
            await all.CancelAsync();
            throw;
        }
    }

    private async Task ApplyAllAsync(CancellationToken cancellation)
    {
        try
        {
            await Parallel.ForEachAsync(Cases, Options(AtOnce, cancellation), async (@case, token) => await ApplyAsync(@case, token));
            AppliedAfter = _clock.Elapsed;
        }
        finally
        {
            _applied.Writer.Complete();
        }
    }

    private async Task ApplyAsync(Case @case, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        var reply = await SubmitAsync(@case.Family, cancellation);
        Interlocked.Increment(ref _appliedCount);
        if (reply.Status is HttpStatusCode.Created or HttpStatusCode.OK)
        {
            @case.ApplicationId = reply.Json.GetProperty("id").GetString();
            await _applied.Writer.WriteAsync(@case, cancellation);
        }
        else
        {
            @case.Refusal = $"not accepted: {(int)reply.Status} {reply.Text}";
            CountSettled();
            _room.Release();
        }
    }

    // The first sending may have died with its host, half stored: the service says so until it takes the claim back.
    private async Task<Reply> SubmitAsync(DemoFamily family, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await client.SubmitAsync(family.Form, family.Token, cancellation: cancellation);
            if (attempt == InFlightAtMost || reply.Status is not HttpStatusCode.Conflict || !reply.Text.Contains("submission-in-flight", StringComparison.Ordinal))
                return reply;
            await Task.Delay(BeforeAgain, cancellation);
        }
    }

    private async Task FollowAllAsync(CancellationToken cancellation)
    {
        using var gate = new SemaphoreSlim(LookingAtOnce);
        await Parallel.ForEachAsync(_applied.Reader.ReadAllAsync(cancellation), Options(int.MaxValue, cancellation), async (@case, token) =>
        {
            for (var wait = FirstLook; !@case.IsSettled && !StandsStill; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
            {
                await Task.Delay(wait, token);
                await gate.WaitAsync(token);
                await LookAsync(@case, token);
                gate.Release();
            }

            _room.Release();
        });
    }

    private async Task LookAsync(Case @case, CancellationToken cancellation)
    {
        var reply = await client.GetAsync(@case.ApplicationId!, @case.Family.Token, cancellation: cancellation);
        Interlocked.Increment(ref _looks);
        if (reply.IsSuccess)
            Note(@case, reply.Json);
        else
            @case.Refusal = $"not readable: {(int)reply.Status} {reply.Text}";
        if (@case.IsSettled)
            CountSettled();
    }

    private static void Note(Case @case, JsonElement application)
    {
        @case.Seen = Ending.Read(application);
        @case.Reasons = [.. ReasonsIn(application)];
        if (@case.IsSettled)
            @case.Took = new Duration(application.GetProperty("submittedAt").GetDateTimeOffset(), application.GetProperty("updatedAt").GetDateTimeOffset());
    }

    private static IEnumerable<string> ReasonsIn(JsonElement application) =>
        from rule in application.GetProperty("rules").EnumerateArray()
        where rule.GetProperty("result").GetString() != "Satisfied"
        select $"{rule.GetProperty("id").GetString()} {rule.GetProperty("result").GetString()}: {rule.GetProperty("fact").GetString()}";

    private bool StandsStill => _clock.Elapsed.Ticks - Interlocked.Read(ref _lastSettledAt) > standstill.Ticks;

    private void CountSettled()
    {
        Interlocked.Exchange(ref _lastSettledAt, _clock.Elapsed.Ticks);
        Interlocked.Increment(ref _settledCount);
    }

    private static ParallelOptions Options(int atOnce, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
}
