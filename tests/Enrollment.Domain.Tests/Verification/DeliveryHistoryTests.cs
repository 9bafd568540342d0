using System.Globalization;
using CsCheck;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using Xunit.Abstractions;

namespace Enrollment.Domain.Tests.Verification;

/// <summary>
/// Promise P3: whatever is delivered one to five times and shuffled ends as if it had been said once and in order. Every history has a
/// number under one seed, so that it can be had again. A share runs always; `./dev histories` sets CsCheck_Iter to all 100,000.
/// </summary>
public sealed class DeliveryHistoryTests(ITestOutputHelper output)
{
    private const int Share = 20_000;
    private const ulong Seed = 20_260_701;

    [Fact]
    public void Deliveries_RepeatedAndShuffled_EndAsSaidOnceInOrder()
    {
        var histories = Math.Max((int)CsCheck.Check.Iter, Share);
        var (deliveries, answered, calledBack) = (0L, new int[Enum.GetValues<Department>().Length], new int[Enum.GetValues<Department>().Length]);
        for (var number = 0; number < histories; number++)
        {
            var history = Deliveries.Any.Generate(new PCG((uint)number + 1, Seed), null, out _);
            var difference = Difference(history);
            Assert.True(difference is null, $"History {number} of seed {Seed}, {history}: {difference}");
            deliveries += history.Delivered.Count;
            foreach (var department in history.Family.Asked)
                (history.CallsBack[(int)department] ? calledBack : answered)[(int)department]++;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{histories:N0} histories of seed {Seed}, {deliveries:N0} deliveries, 0 differences"));
        output.WriteLine($"answered at once / called back: {string.Join(", ", Enum.GetValues<Department>().Select(d => $"{d} {answered[(int)d]} / {calledBack[(int)d]}"))}");
        // No family of these histories claims what the Disabled Persons' Federation is asked about.
        Assert.All(Enum.GetValues<Department>().Where(d => d is not Department.DisabledPersons), d =>
            Assert.True(Math.Min(answered[(int)d], calledBack[(int)d]) > histories / 20, "a department was hardly heard"));
    }

    // HistoryRun compares with the model after every step as well.
    private static string? Difference(Deliveries history)
    {
        try
        {
            var (said, delivered) = (End(history.Family, history.Said), End(history.Family, history.Delivered));
            return said == delivered ? null : $"\n{delivered}\ninstead of\n{said}";
        }
        catch (Xunit.Sdk.XunitException e)
        {
            return e.Message;
        }
    }

    private static string End(HistoryFamily family, IReadOnlyList<HistoryStep> steps)
    {
        var end = HistoryRun.Of(new History(family, steps)).Application;
        return string.Join('\n', [
            $"{end.Status} {end.Established} {end.Proposed} {end.NextDue(Cases.Schedule)}",
            .. end.Checks.Select(check => $"{check.Department} {check.State.Status} {check.Epoch} {check.Answer?.Body}"),
            .. end.Findings.Select(finding => finding.Line()),
        ]);
    }
}
