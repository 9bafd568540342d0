using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Support;

/// <summary>A service whose clock, queues and timers the test class holds in its hand: nothing happens by itself.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    private Service? _service;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));

    internal Service Service => _service!;

    // A retry would wait for a clock that stands still; what minutes and days bring is a due row's business anyway.
    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Clock = Clock,
        Settings = HandHeld,
    });

    /// <summary>No retries, and the windows of the policy: on the clock's first day residents apply.</summary>
    internal static IReadOnlyDictionary<string, string> HandHeld { get; } = Enum.GetNames<Enrollment.Domain.Verification.Department>()
        .Select(department => KeyValuePair.Create($"Departments:{department}:Retries", "0")).Append(KeyValuePair.Create("Submission:EveryDayIsOpen", "false"))
        .ToDictionary(StringComparer.Ordinal);

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
