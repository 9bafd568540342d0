using System.Globalization;
using System.Text;
using Enrollment.Benchmarks.Placement;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Domain.Placement;
using Spectre.Console;

namespace Enrollment.Benchmarks.Admission;

/// <summary>Deferred acceptance on 200,000 applicants with 5 schools each, of 600, places for nine in ten.</summary>
internal static class DeferredAcceptanceTimes
{
    private const int Applicants = 200_000;
    private const int Each = 5;
    private const int Schools = 600;
    private const double Aim = 2;

    public static Table Table(int runs)
    {
        var market = Make();
        var (text, lines) = (Text(market), ListOf(market).ToLines());
        Reading(market);
        DeferredAcceptance.Match(market);
        var match = AdmissionBenchmark.Median(runs, () => DeferredAcceptance.Match(market));
        var table = Tables.Of("Deferred acceptance, 10^6 preferences", "reading once", "reading (cpu s)", "matching (cpu s)", "matching / reading", "aim", "");
        AddRow(table, "the list that holds them, from its canonical lines", AdmissionBenchmark.Median(runs, () => AdmissionList.Parse(lines)), match);
        AddRow(table, "from text, the preferences alone", AdmissionBenchmark.Median(runs, () => FromText(text)), match);
        AddRow(table, "in memory, with position and school of each", AdmissionBenchmark.Median(runs, () => Reading(market)), match);
        return table;
    }

    private static void AddRow(Table table, string what, TimeSpan reading, TimeSpan match) => table.AddRow(what,
        reading.TotalSeconds.ToString("0.0000", CultureInfo.InvariantCulture), match.TotalSeconds.ToString("0.0000", CultureInfo.InvariantCulture),
        Tables.Number(match / reading), Tables.Number(Aim), match / reading <= Aim ? "met" : "MISSED");

    private static Market Make()
    {
        var chance = new SplitMix(1);
        var wanted = new int[Applicants * Each];
        for (var a = 0; a < Applicants; a++)
        {
            // Five different schools, the popular ones (of low number) more often.
            for (var i = 0; i < Each; i++)
            {
                do
                {
                    wanted[a * Each + i] = Math.Min(chance.Below(Schools), chance.Below(Schools));
                }
                while (wanted.AsSpan(a * Each, i).Contains(wanted[a * Each + i]));
            }
        }
        int[] order = [.. Enumerable.Range(0, Applicants)];
        for (var i = Applicants - 1; i > 0; i--)
        {
            var j = chance.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return new Market([.. Enumerable.Range(0, Applicants + 1).Select(a => a * Each)], wanted, [.. Enumerable.Repeat(1, Applicants)], [.. order.Select(lot => (long)lot)],
            [.. order.Select(lot => ((long)chance.Below(3000) << 24) | (long)lot)], [.. Enumerable.Repeat(Applicants * 9 / 10 / Schools, Schools)],
            [.. Enumerable.Range(0, Schools).Select(s => s % 3 == 0)]);
    }

    /// <summary>What any algorithm must do at least: look at every preference, where its child stands there, and how many places there are.</summary>
    private static long Reading(Market market)
    {
        var sum = 0L;
        for (var a = 0; a < Applicants; a++)
        {
            for (var i = market.Start[a]; i < market.Start[a + 1]; i++)
            {
                var school = market.Wanted[i];
                sum += (market.IsByDate[school] ? market.ByDate[a] : market.ByLot[a]) + market.Seats[school];
            }
        }
        return sum;
    }

    private static AdmissionList ListOf(Market market) => new("bench", 2026, "bench", BundleMode.OverAdmit, RestRule.PublicRegistration,
        [.. Enumerable.Range(0, Schools).Select(s => new RoundSchool(Code(s), SchoolAuthority.District, market.Seats[s], IsTight: false, AdmissionMethod.Lot, "School"))], [],
        [new HomeArea(1, [.. Enumerable.Repeat((int?)100, Schools)])], [new OrderGroup("C7", [])],
        [new Stage("choices", StageKind.AnyChoices, ["C7"], StageEntries.All, StageScope.All, StageRule.AsTheSchool)],
        [.. Enumerable.Range(0, Applicants).Select(a => new AdmissionRow(RowCode.Of((ulong)a), "C7", [], Settled: null, ParentSettled: null, Zone: null, ChoiceZone: null,
            [.. market.Wanted[(a * Each)..((a + 1) * Each)].Select(Code)], Bundle: null, OffPlan: null, IsLate: false, Area: 1))]);

    private static SchoolCode Code(int school) => SchoolCode.Parse(string.Create(CultureInfo.InvariantCulture, $"LC{school:000}"));

    private static string Text(Market market)
    {
        var text = new StringBuilder();
        for (var a = 0; a < Applicants; a++)
            text.Append(CultureInfo.InvariantCulture, $"{a:x16} {string.Join(',', market.Wanted[(a * Each)..((a + 1) * Each)].Select(s => Code(s).Value))}\n");
        return text.ToString();
    }

    private static long FromText(string text)
    {
        var sum = 0L;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
                continue;
            foreach (var part in line[17..].Split(','))
                sum += int.Parse(line[17..][part][2..], CultureInfo.InvariantCulture);
        }
        return sum;
    }
}
