using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

internal static class FakeTime
{
    public static FakeTimeProvider Start() => new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Lets a second pass after the other until what was begun is done; whoever waits for one does so in real time.</summary>
    public static async Task<T> AdvanceUntil<T>(this FakeTimeProvider time, Func<Task<T>> begin)
    {
        var task = begin();
        for (var second = 0; await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(5))) != task; second++)
        {
            Assert.True(second < 3600, "an hour went by");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        return await task;
    }
}
