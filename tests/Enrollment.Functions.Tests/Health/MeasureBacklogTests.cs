using Azure.Data.Tables;
using Enrollment.Functions.Health;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Functions.Tests.Health;

public sealed class MeasureBacklogTests : IAsyncLifetime
{
    private const double Accuracy = 60;

    // Ahead of the storage account, whose clock nobody sets: what is put in now has been waiting for ten minutes.
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow().AddMinutes(10));
    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions { Clock = _clock });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Backlog_NothingWaits_IsMeasuredAsNothing()
    {
        var gauges = await MeasureAsync();

        Assert.Equal([0], gauges.Of(Measures.OldestDue));
        Assert.All([.. VerificationQueues.All, PlacementNames.Queue], queue =>
        {
            Assert.Equal([0], gauges.Of(Measures.OldestMessage, queue));
            Assert.Equal([0], gauges.Of(Measures.PoisonMessages, queue));
        });
    }

    [Fact]
    public async Task Backlog_RowsAreLate_TheOldestCounts()
    {
        var now = _clock.GetUtcNow();
        foreach (var (subject, dueAt) in new[] { ("a", now.AddMinutes(-7)), ("b", now.AddMinutes(-3)), ("c", now.AddMinutes(30)) })
        {
            var row = new DueRow(subject, dueAt, "intent");
            await Service.Stored.Table(DueRows.Table).AddEntityAsync(new TableEntity(row.PartitionKey, row.RowKey));
        }

        var gauges = await MeasureAsync();

        Assert.Equal([420], gauges.Of(Measures.OldestDue));
    }

    [Fact]
    public async Task Backlog_MessagesWait_AreMeasuredByQueue()
    {
        await Service.Hand.SendAsync(VerificationQueues.Police, BinaryData.FromString("{}"));
        await Service.Hand.SendAsync(PlacementNames.Poison, BinaryData.FromString("{}"));

        var gauges = await MeasureAsync();

        Assert.Equal(600, Assert.Single(gauges.Of(Measures.OldestMessage, VerificationQueues.Police)), Accuracy);
        Assert.Equal([0], gauges.Of(Measures.OldestMessage, VerificationQueues.Property));
        Assert.Equal([1], gauges.Of(Measures.PoisonMessages, PlacementNames.Queue));
    }

    [Fact]
    public async Task DeadLetter_Collected_IsCounted()
    {
        using var gauges = new Gauges();

        await Service.Hand.SendAsync(VerificationQueues.Police + VerificationQueues.Poison, BinaryData.FromString("not one of ours"));
        await Service.Hand.DrainPoisonAsync();

        Assert.Equal([1], gauges.Of(Measures.DeadLetters, VerificationQueues.Police));
    }

    private async Task<Gauges> MeasureAsync()
    {
        using var gauges = new Gauges();
        await Service.Hand.RunTimerAsync(nameof(MeasureBacklog));
        return gauges;
    }
}
