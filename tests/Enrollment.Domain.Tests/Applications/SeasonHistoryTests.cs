using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests.Applications.Seasons;
using Xunit.Abstractions;

namespace Enrollment.Domain.Tests.Applications;

/// <summary>
/// The whole life of an application against <see cref="SeasonModel"/>: parents, departments, reviewers, rounds, the clock and crashes in any
/// order. Every history has a number under one seed: SEASON_HISTORY=N lives one again. `./dev histories` sets CsCheck_Iter for more.
/// </summary>
public sealed class SeasonHistoryTests(ITestOutputHelper output)
{
    private const int Share = 10_000;
    private const ulong Seed = 20_260_702;

    [Fact]
    public void Season_OfEverybodyInAnyOrder_FollowsTheModel()
    {
        var histories = Math.Max((int)CsCheck.Check.Iter, Share);
        var (first, count) = Environment.GetEnvironmentVariable("SEASON_HISTORY") is { } one ? (int.Parse(one, CultureInfo.InvariantCulture), 1) : (0, histories);
        var (seen, failures, refused) = (new ConcurrentDictionary<string, int>(StringComparer.Ordinal), new ConcurrentDictionary<int, string>(), 0);

        Parallel.For(first, first + count, number =>
        {
            var season = Season.One.Generate(new PCG((uint)number + 1, Seed), null, out _);
            try
            {
                var run = SeasonRun.Of(season);
                Interlocked.Add(ref refused, run.Refused);
                foreach (var name in run.Events.Select(happened => happened.Kind.ToString()).Append($"at rest {run.Stored.Status}").Distinct(StringComparer.Ordinal))
                    seen.AddOrUpdate(name, 1, (_, before) => before + 1);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures[number] = $"{e.Message}\n{season}";
            }
        });

        if (!failures.IsEmpty)
            Assert.Fail($"{failures.Count} of {count} histories of seed {Seed}. The first, SEASON_HISTORY={failures.Keys.Min()}: {failures[failures.Keys.Min()]}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} histories of seed {Seed}, {refused:N0} decisions on old versions refused, 0 differences"));
        output.WriteLine(string.Join(", ", seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}")));
        Assert.All(count == 1 ? [] : Expected, name => Assert.True(seen.GetValueOrDefault(name) >= count / 1000, $"too few histories with {name}"));
    }

    [Fact]
    public void Page_OfEvents_HasARowForEveryKind() => Assert.Empty(Enum.GetValues<ApplicationEventKind>().Except(SeasonLaws.Documented));

    // What comes from a submission, a store or a screen and no decision here: papers, conflicting callbacks, choices, areas, student records, deferrals (C13);
    // and what parents are told, which is decided around every change and has histories of its own (Notices/).
    private static IEnumerable<string> Expected => Enum.GetValues<ApplicationEventKind>().Except(
    [
        ApplicationEventKind.Submitted, ApplicationEventKind.ConflictingAnswer, ApplicationEventKind.PaperAdded, ApplicationEventKind.PaperRemoved, ApplicationEventKind.PaperInfected,
        ApplicationEventKind.SchoolsChosen, ApplicationEventKind.AreaDecided, ApplicationEventKind.SettlementDecided, ApplicationEventKind.Enrolled, ApplicationEventKind.Deferred,
        ApplicationEventKind.CorrectionReminded, ApplicationEventKind.CorrectionLastCalled, ApplicationEventKind.OfferReminded, ApplicationEventKind.OfferLastCalled,
        ApplicationEventKind.ParentNotReached, ApplicationEventKind.ParentCalled,
    ]).Select(kind => kind.ToString()).Concat(new[]
    {
        ApplicationStatus.UnderReview, ApplicationStatus.Verified, ApplicationStatus.Confirmed, ApplicationStatus.AwaitingCoordination, ApplicationStatus.Transferred, ApplicationStatus.Withdrawn,
    }.Select(status => $"at rest {status}"));
}
