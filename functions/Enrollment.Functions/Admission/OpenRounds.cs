using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Admission;

/// <summary>Rounds the service has work with: one row each, so that a lost message or a dead host never leaves one behind.</summary>
internal sealed class OpenRounds(StorageClients storage, WorkQueues queues, StepFailures failures)
{
    public const string Table = "OpenRounds";

    private const string Partition = "open";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public Task ArmAsync(RoundName round, CancellationToken cancellationToken) => _table.TryInsertAsync(new TableEntity(Partition, KeyOf(round)), cancellationToken);

    /// <summary>Runs a step of a round and notes how it fails.</summary>
    public Task WatchAsync(RoundMessage message, Func<Task> step, CancellationToken cancellationToken) =>
        failures.WatchAsync(AdmissionNames.Queue, message.Subject(), step, cancellationToken);

    public async Task DisarmAsync(RoundName round, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(Partition, KeyOf(round), default, cancellationToken);

    public async Task<IReadOnlyList<RoundName>> AllAsync(CancellationToken cancellationToken)
    {
        var open = new List<RoundName>();
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellationToken))
            open.Add(new RoundName(int.Parse(row.RowKey.AsSpan(0, 4), CultureInfo.InvariantCulture), row.RowKey[5..]));
        return open;
    }

    public Task SendAsync(RoundName round, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(AdmissionNames.Queue, new RoundMessage(round.Year, round.Round, traceParent), cancellationToken);

    private static string KeyOf(RoundName round) => $"{round.Partition}.{round.Round}";
}
