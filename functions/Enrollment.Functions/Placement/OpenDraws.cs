using Azure.Data.Tables;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Placement;

/// <summary>Draws that were started and not seen to end: one row each, so that a lost message or a dead host never leaves one behind.</summary>
internal sealed class OpenDraws(StorageClients storage, WorkQueues queues, StepFailures failures)
{
    public const string Table = "OpenDraws";

    private const string Partition = "open";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public Task ArmAsync(PlacementName placement, CancellationToken cancellationToken) =>
        _table.TryInsertAsync(new TableEntity(Partition, KeyOf(placement)) { ["School"] = placement.School, ["Year"] = placement.Year, ["Run"] = placement.Run }, cancellationToken);

    /// <summary>Runs a step of a draw and notes how it fails.</summary>
    public Task WatchAsync(DrawMessage message, Func<Task> step, CancellationToken cancellationToken) =>
        failures.WatchAsync(PlacementNames.Queue, message.Subject(), step, cancellationToken);

    public async Task DisarmAsync(PlacementName placement, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(Partition, KeyOf(placement), default, cancellationToken);

    public async Task<IReadOnlyList<PlacementName>> AllAsync(CancellationToken cancellationToken)
    {
        var open = new List<PlacementName>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellationToken))
            open.Add(new PlacementName(row.GetString("School"), row.GetInt32("Year")!.Value, row.GetString("Run")));
        return open;
    }

    public Task SendAsync(PlacementName placement, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(PlacementNames.Queue, new DrawMessage(placement.School, placement.Run, traceParent), cancellationToken);

    private static string KeyOf(PlacementName placement) => $"{placement.School}.{placement.Run}";
}
