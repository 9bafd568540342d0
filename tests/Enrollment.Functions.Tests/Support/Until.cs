using System.Diagnostics;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Waits on a condition within a bound, never for a time.</summary>
internal static class Until
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <returns>False when the bound was reached first.</returns>
    public static async Task<bool> TrueAsync(Func<Task<bool>> condition)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Bound; await Task.Delay(Step))
        {
            if (await condition())
                return true;
        }
        return false;
    }
}
