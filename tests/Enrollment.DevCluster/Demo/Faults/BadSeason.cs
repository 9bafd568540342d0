using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Processes;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Demo.Faults;

/// <summary>
/// Lets everything go wrong that the simulator can do, in turn and to everybody, and kills a host now and then. All of it passes,
/// so it changes no family's end; only what a story tells of one family lasts.
/// </summary>
internal sealed class BadSeason(SimulatorControl departments, WebProcess victim)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DeadFor = TimeSpan.FromSeconds(2);

    // In ticks: a minute has a kill, and a quarter of it one department that nobody reaches.
    private const int Round = 12;
    private const int StartsAtMost = 5;
    private const int KillAt = 3;
    private static readonly Range Outage = 6..9;

    // Callbacks that go astray are not among them: the same family might lose two, and then a person would look. Seeds/LostCallbacks.cs has each lose one.
    private static readonly object[] Behaviors =
    [
        new { kind = "Slow", delayMs = 1500, everyNth = 4 },
        new { kind = "TooManyRequests", everyNth = 4 },
        new { kind = "Unavailable", everyNth = 4 },
        new { kind = "DropConnection", everyNth = 4 },
        new { kind = "MalformedJson", everyNth = 5 },
        new { kind = "Callback", delayMs = 300, everyNth = 2 },
        new { kind = "Callback", delayMs = 6000, everyNth = 3 },
        new { kind = "CallbackTwice", delayMs = 200, everyNth = 3 },
        new { kind = "TwoDifferentAnswers", delayMs = 200, everyNth = 4 },
    ];

    private static readonly string[] FileKinds = ["Partial", "Repeated", "Corrupted", "CutOff", "Late", "Whole"];
    private const int FileDelayMs = 2000;

    /// <summary>What went wrong so far.</summary>
    public Misfortunes Seen { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>Until the token ends it; then every department answers plainly and every host runs.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            for (var tick = 0; ; tick++)
            {
                await TurnAsync(tick, cancellation);
                if (tick % Round == KillAt)
                    await KillAsync();
                await Task.Delay(Tick, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
        foreach (var department in Enum.GetValues<Department>())
            await departments.BehaveAsync(department, new { kind = "Answer" }, cancellation: CancellationToken.None);
        await departments.ExchangeFilesAsync(BadSeasonSettings.ByFiles, "Whole", cancellation: CancellationToken.None);
    }

    private async Task TurnAsync(int tick, CancellationToken cancellation)
    {
        var all = Enum.GetValues<Department>();
        var down = all[tick / Round % all.Length];
        var isOutage = tick % Round >= Outage.Start.Value && tick % Round < Outage.End.Value;
        foreach (var department in all)
        {
            var behavior = isOutage && department == down ? new { kind = "Unavailable" } : Behaviors[(tick + (3 * (int)department)) % Behaviors.Length];
            await departments.BehaveAsync(department, behavior, cancellation: cancellation);
        }
        await departments.ExchangeFilesAsync(BadSeasonSettings.ByFiles, FileKinds[tick % FileKinds.Length], FileDelayMs, cancellation);
        Seen = Seen with
        {
            Behaviors = Seen.Behaviors + all.Length,
            Files = Seen.Files + 1,
            Outages = Seen.Outages + (tick % Round == Outage.Start.Value ? 1 : 0),
        };
    }

    // Once begun, carried through: a host that stays dead would be no passing misfortune.
    private async Task KillAsync()
    {
        await victim.KillAsync();
        Seen = Seen with { Kills = Seen.Kills + 1 };
        await Task.Delay(DeadFor, CancellationToken.None);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await victim.StartAsync(CancellationToken.None);
                return;
            }
            // As its platform would: a start that storage was too busy for is tried again.
            catch (ChildFailedException) when (attempt < StartsAtMost)
            {
                Seen = Seen with { FailedStarts = Seen.FailedStarts + 1 };
            }
        }
    }
}

/// <summary>How much went wrong.</summary>
/// <param name="Behaviors">How often a department changed its behavior.</param>
/// <param name="Files">How often the department of files changed what happens to them.</param>
/// <param name="Outages">How often a department answered nobody for a quarter of a minute.</param>
/// <param name="Kills">How often a host was killed (SIGKILL).</param>
/// <param name="FailedStarts">How often it did not come up at once after that.</param>
internal sealed record Misfortunes(int Behaviors, int Files, int Outages, int Kills, int FailedStarts);
