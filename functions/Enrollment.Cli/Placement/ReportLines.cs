using System.Globalization;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Exports;

namespace Enrollment.Cli.Placement;

/// <summary>What of a balance report is said on the screen; all of it is in the folder.</summary>
internal static class ReportLines
{
    private const int Digits = 6;

    public static void Write(TextWriter output, BalanceReport report, CultureInfo language)
    {
        var texts = new BalanceTexts(language);
        foreach (var line in report.Numbers)
            output.WriteLine(string.Join("; ", new[] { texts.NameOf(line.Name), texts.IndexOf(line), texts.StandingOf(line.MeanLots, report.Lots) }.OfType<string>()));
        output.WriteLine($"{texts.ExcessOf(report)}; {texts.StandingOf(report.Overall.Lots, report.Lots)}");
    }

    /// <summary>Names pupils by ticket: for whoever prepares the roster, in a rehearsal.</summary>
    public static void WriteAdvice(TextWriter output, PreparedPlacement prepared, PlacementResult result, Texts texts)
    {
        if (prepared.Attributes is not { } table || SwapAdvice.Best(result, table) is not { } advice)
        {
            output.WriteLine(texts["NoAdvice"]);
            return;
        }
        output.WriteLine(string.Format(CultureInfo.InvariantCulture, texts["Advice"],
            prepared.Pupils[advice.First].TicketId, result.ClassOf(advice.First), prepared.Pupils[advice.Second].TicketId, result.ClassOf(advice.Second),
            advice.Before.Objective.ToString(Digits), advice.After.Objective.ToString(Digits)));
        foreach (var (before, after) in advice.Before.Numbers.Zip(advice.After.Numbers))
            output.WriteLine($"{before.Name} {before.MeanRange.ToString(Digits)} -> {after.MeanRange.ToString(Digits)}");
    }
}
