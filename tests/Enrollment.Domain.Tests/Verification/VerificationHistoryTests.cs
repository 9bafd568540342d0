using System.Collections.Concurrent;
using CsCheck;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using Xunit.Abstractions;

namespace Enrollment.Domain.Tests.Verification;

/// <summary>Duplicates and order do not matter (P3): whole histories against <see cref="HistoryModel"/>. CsCheck_Iter raises the number.</summary>
public sealed class VerificationHistoryTests(ITestOutputHelper output)
{
    private const int Histories = 20_000;
    private const string Unavailable = "with a department given up on";
    private const string Expired = "with papers asked for in vain";
    private const string Recovered = "established after a person had it";

    [Fact]
    public void History_RepeatedShuffledLateAndLost_FollowsTheModel()
    {
        var ends = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);

        History.Any.Sample(history =>
        {
            var run = HistoryRun.Of(history);
            foreach (var end in Ends(run))
                ends.AddOrUpdate(end, 1, (_, count) => count + 1);
        }, iter: Math.Max(CsCheck.Check.Iter, Histories));

        output.WriteLine(string.Join(", ", ends.OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Value} {end.Key}")));
        Assert.All(["Submitted", "Verifying", "UnderReview", "CorrectionRequested", Expired, "Verified", "Withdrawn", Unavailable, Recovered],
            end => Assert.True(ends.GetValueOrDefault(end) >= Histories / (end == Expired ? 1000 : 100), $"too few histories: {end}"));
    }

    [Fact]
    public void History_UsableAnswersInAnyOrder_LeadToTheSameVerdict() =>
        Gen.Select(Gen.OneOf([.. HistoryFamily.All]), Gen.OneOf(Word.Good, Word.Good, Word.Bad, Word.NoRecord).Array[4], Gen.Shuffle(Enum.GetValues<Department>()))
            .Sample((family, words, order) => Assert.Equal(End(family, words, Enum.GetValues<Department>()), End(family, words, order)), iter: 2_000);

    private static IEnumerable<string> Ends(HistoryRun run)
    {
        yield return "histories";
        yield return run.Application.Status.ToString();
        if (run.WasUnavailable)
            yield return Unavailable;
        if (run.HasExpired)
            yield return Expired;
        if (run.IsRecovered)
            yield return Recovered;
    }

    private static string End(HistoryFamily family, Word[] words, Department[] order)
    {
        var end = order.Where(family.Asked.Contains).Aggregate(family.Facts.Started(), (application, department) =>
            application.Taken(department, family.Answer(department, words[(int)department]), Cases.Start));
        return $"{end.Status} {end.Established} {end.Proposed}\n{string.Join('\n', end.Findings.Select(finding => finding.Line()))}";
    }
}
