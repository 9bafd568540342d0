using System.Diagnostics;
using System.Net.Http.Json;
using Enrollment.DevCluster.Parents;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>From verified categories to a school for every child: papers, people, three rounds, late families, and days that pass.</summary>
internal sealed class AdmissionSeason(Cluster cluster, ParentClient client, ulong seed, IAnsiConsole console)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ComesWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PastMidnight = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BureauOffset = TimeSpan.FromHours(8);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<SeasonStep> _steps = [];

    public async Task<AdmissionReport> RunAsync(IReadOnlyList<Case> onTime, IReadOnlyList<DemoFamily> lateFamilies, CancellationToken cancellation)
    {
        var (work, desk) = (new CaseWork(client, cluster.Departments!), new RoundDesk(client, seed));
        List<Enrollee> children = [.. onTime.Where(@case => @case.ApplicationId is not null).Select(Enrollee.Of)];
        await EachAsync(children, child => work.SettleAsync(child, cancellation), cancellation);
        await UntilAsync(children.Where(child => !child.Way.IsSlow), work, Settled, cancellation);
        Done("papers, people and offices that came back");
        await EachAsync(children.Where(child => child.Choices.Count > 0 && child.Way.IsInMainRound), child => ChooseAsync(child, cancellation), cancellation);
        Done("choices of schools");

        var main = await desk.HoldAsync("main-2026", "main-2026", ById(children), cancellation);
        Done("main round");
        await EachAsync(children.Where(child => child.Way.IsInMainRound), child => AnswerAsync(child, child.Way.First, cancellation), cancellation);
        Done("answers");
        var lateCases = await LateAsync(lateFamilies, cancellation);
        children.AddRange(lateCases.Where(@case => @case.ApplicationId is not null).Select(Enrollee.Of));
        Done("late families");

        await LetDaysPassAsync(children, cancellation);
        await UntilAsync(children.Where(child => child.Way.IsSlow), work, _ => "UnderReview", cancellation);
        await UntilAsync(children.Where(child => child.Way is { IsInMainRound: true, First: Answer.IsSilent }), work, _ => "AwaitingCoordination", cancellation);
        await EachAsync(children.Where(child => child.Way.IsSlow), child => work.RefuseAsync(child, cancellation), cancellation);
        Done("days that passed: offers lapsed, papers that did not come");

        var refill = await desk.HoldAsync("refill-2026", "refill-2026", ById(children), cancellation);
        await EachAsync(children.Where(child => child.Way.IsInRefill), child => AnswerAsync(child, child.Way.IsInLastRound ? Answer.Declines : Answer.Confirms, cancellation), cancellation);
        Done("refill and its answers");
        List<HeldRound> rounds = [main, refill];
        if (children.Exists(child => child.Way.IsInLastRound))
        {
            rounds.Add(await desk.HoldAsync("refill-2026", "coordination-2026", ById(children), cancellation));
            await EachAsync(children.Where(child => child.Way.IsInLastRound), child => AnswerAsync(child, Answer.Confirms, cancellation), cancellation);
            Done("last round and its answers");
        }

        var placed = await new PlacedChildren(client, desk).ReadAsync(children, rounds, cancellation);
        Done("reading every place and every list");
        return new AdmissionReport(children, rounds, placed, [.. lateCases.Where(@case => !@case.EndsAsExpected)], _steps);
    }

    private static string Settled(Enrollee child) => child.Way switch
    {
        { Settling: Settling.TooYoung } => "Withdrawn",
        { Category: null } => "AwaitingCoordination",
        _ => "Verified",
    };

    private static Dictionary<string, Enrollee> ById(IEnumerable<Enrollee> children) => children.ToDictionary(child => child.ApplicationId, StringComparer.Ordinal);

    private async Task ChooseAsync(Enrollee child, CancellationToken cancellation) => await Latest.ActAsync(() =>
        client.AskAsync(HttpMethod.Put, $"api/applications/{child.ApplicationId}/choices", child.Family.Token, JsonContent.Create(new { schools = child.Choices }), cancellation: cancellation));

    private async Task AnswerAsync(Enrollee child, Answer answer, CancellationToken cancellation)
    {
        if (answer is Answer.IsSilent)
            return;
        await Latest.ActAsync(async () => await client.AskAsync(HttpMethod.Post, $"api/applications/{child.ApplicationId}/offer/{(answer is Answer.Confirms ? "confirm" : "decline")}", child.Family.Token,
            ifMatch: (await client.GetAsync(child.ApplicationId, child.Family.Token, cancellation: cancellation)).ETag, cancellation: cancellation));
    }

    private async Task<IReadOnlyList<Case>> LateAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellation)
    {
        using var applicants = new Applicants(client, families, ComesWithin);
        await LiveProgress.ShowAsync(applicants, console, cancellation);
        return applicants.Cases;
    }

    // Until the last day of every offer nobody answers, and of every paper nobody brings, has passed.
    private async Task LetDaysPassAsync(IReadOnlyList<Enrollee> children, CancellationToken cancellation)
    {
        var lastDay = DateOnly.MinValue;
        foreach (var child in children.Where(child => child.Way is { IsInMainRound: true, First: Answer.IsSilent }))
        {
            var place = (await client.AskAsync(HttpMethod.Get, $"api/applications/{child.ApplicationId}/place", child.Family.Token, cancellation: cancellation)).JsonOfSuccess;
            lastDay = Later(lastDay, place.GetProperty("answerBy").GetString()!);
        }
        foreach (var child in children.Where(child => child.Way.IsSlow))
        {
            var application = (await client.GetAsync(child.ApplicationId, child.Family.Token, cancellation: cancellation)).JsonOfSuccess;
            lastDay = Later(lastDay, application.GetProperty("correction").GetProperty("lastDay").GetString()!);
        }
        if (lastDay == DateOnly.MinValue)
            return;
        var midnight = new DateTimeOffset(lastDay.AddDays(1), TimeOnly.MinValue, BureauOffset);
        await cluster.SetClockAheadAsync(midnight + PastMidnight - TimeProvider.System.GetUtcNow(), cancellation);
    }

    private static DateOnly Later(DateOnly day, string other) => DateOnly.ParseExact(other, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) is var parsed && parsed > day ? parsed : day;

    private static Task EachAsync(IEnumerable<Enrollee> children, Func<Enrollee, Task> act, CancellationToken cancellation) =>
        Parallel.ForEachAsync(children, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (child, _) => await act(child));

    private static async Task UntilAsync(IEnumerable<Enrollee> children, CaseWork work, Func<Enrollee, string> expected, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        List<Enrollee> waiting = [.. children];
        while (true)
        {
            var still = new System.Collections.Concurrent.ConcurrentBag<(Enrollee Child, string Status)>();
            await EachAsync(waiting, async child =>
            {
                if (await work.StatusAsync(child, cancellation) is var status && status != expected(child))
                    still.Add((child, status));
            }, cancellation);
            if (still.IsEmpty)
                return;
            if (waited.Elapsed > ComesWithin)
                throw new HttpRequestException($"{still.Count} families stay where they are, such as {still.First().Child.Family.Number} ({still.First().Child.Family.Story}): {still.First().Status}, not {expected(still.First().Child)}.");
            waiting = [.. still.Select(one => one.Child)];
            await Task.Delay(Look, cancellation);
        }
    }

    private void Done(string step)
    {
        _steps.Add(new SeasonStep(step, _clock.Elapsed));
        console.WriteLine(FormattableString.Invariant($"{_clock.Elapsed.TotalSeconds,5:0} s: {step}"));
        _clock.Restart();
    }
}

/// <summary>A part of the season and how long it took.</summary>
internal sealed record SeasonStep(string Name, TimeSpan Took);
