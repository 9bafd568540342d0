using System.Diagnostics;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>Waits on a condition, never for a time.</summary>
internal static class Until
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > Bound)
                throw new TimeoutException($"Not within {Bound}: {what}");
            await Task.Delay(Step);
        }
    }
}
