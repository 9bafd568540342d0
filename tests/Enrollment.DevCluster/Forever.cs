namespace Enrollment.DevCluster;

internal static class Forever
{
    /// <summary>Waits for Ctrl-C or SIGTERM, which end a command in good order.</summary>
    public static async Task UntilAsync(CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource();
        await using var registration = cancellation.Register(ended.SetResult);
        await ended.Task;
    }
}
