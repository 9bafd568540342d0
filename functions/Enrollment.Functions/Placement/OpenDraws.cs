using Azure.Data.Tables;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Placement;

/// <summary>Draws that were started and not seen to end: one row each, so that a lost message or a dead host never leaves one behind.</summary>
internal sealed class OpenDraws(StorageClients storage, WorkQueues queues, StepFailures failures, TimeProvider clock)
{
    public const string Table = "OpenDraws";

    private readonly OpenRows _rows = new(storage, Table, clock);

    public Task ArmAsync(PlacementName placement, CancellationToken cancellationToken) =>
        _rows.ArmAsync(new TableEntity { RowKey = KeyOf(placement), ["School"] = placement.School, ["Year"] = placement.Year, ["Run"] = placement.Run }, cancellationToken);

    /// <summary>Runs a step of a draw and notes how it fails.</summary>
    public Task WatchAsync(DrawMessage message, Func<Task> step, CancellationToken cancellationToken) =>
        failures.WatchAsync(PlacementNames.Queue, message.Subject(), step, cancellationToken);

    public Task DisarmAsync(PlacementName placement, CancellationToken cancellationToken) => _rows.DisarmAsync(KeyOf(placement), cancellationToken);

    public async Task<IReadOnlyList<PlacementName>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await _rows.AllAsync(cancellationToken)).Select(row => new PlacementName(row.GetString("School"), row.GetInt32("Year")!.Value, row.GetString("Run")))];

    public Task SendAsync(PlacementName placement, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(PlacementNames.Queue, new DrawMessage(placement.School, placement.Run, traceParent), cancellationToken);

    private static string KeyOf(PlacementName placement) => $"{placement.School}.{placement.Run}";
}
