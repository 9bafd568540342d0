namespace Enrollment.LocalHost.Timers;

internal sealed record SingletonSettings
{
    public TimeSpan ListenerLockPeriod { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan ListenerLockRecoveryPollingInterval { get; init; } = TimeSpan.FromSeconds(60);

    public SingletonSettings Checked() =>
        ListenerLockPeriod >= TimeSpan.FromSeconds(15) && ListenerLockPeriod <= TimeSpan.FromSeconds(60)
            ? this
            : throw new InvalidOperationException($"host.json: listenerLockPeriod is {ListenerLockPeriod}, not within 15-60 s.");
}
