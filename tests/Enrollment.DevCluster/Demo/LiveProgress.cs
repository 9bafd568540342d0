using System.Globalization;
using Spectre.Console;

namespace Enrollment.DevCluster.Demo;

/// <summary>Bars on a terminal; a line every few seconds in a log.</summary>
internal static class LiveProgress
{
    private static readonly TimeSpan BarsEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LinesEvery = TimeSpan.FromSeconds(5);

    public static Task ShowAsync(Applicants applicants, IAnsiConsole console, CancellationToken cancellation) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? BarsAsync(applicants, console, cancellation)
            : LinesAsync(applicants, console, cancellation);

    private static Task BarsAsync(Applicants applicants, IAnsiConsole console, CancellationToken cancellation) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async bars =>
            {
                var applied = bars.AddTask("applied", maxValue: applicants.Cases.Count);
                var settled = bars.AddTask("settled", maxValue: applicants.Cases.Count);
                await WhileAsync(() => applicants.RunAsync(cancellation), BarsEvery, () =>
                {
                    (applied.Value, settled.Value) = (applicants.Applied, applicants.Settled);
                    applied.Description = $"applied {applicants.Applied}";
                    settled.Description = $"settled {applicants.Settled}";
                });
            });

    private static Task LinesAsync(Applicants applicants, IAnsiConsole console, CancellationToken cancellation) =>
        WhileAsync(() => applicants.RunAsync(cancellation), LinesEvery, () => console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{applicants.Elapsed.TotalSeconds,5:0} s: applied {applicants.Applied}, settled {applicants.Settled} of {applicants.Cases.Count}")));

    private static async Task WhileAsync(Func<Task> run, TimeSpan every, Action show)
    {
        var work = run();
        while (await Task.WhenAny(work, Task.Delay(every)) != work)
            show();
        show();
        await work;
    }
}
