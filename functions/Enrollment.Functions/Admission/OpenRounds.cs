using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Functions.Draws;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Admission;

/// <summary>Rounds the service may have work with, and those this process works on.</summary>
internal sealed class OpenRounds(StorageClients storage, WorkQueues queues, StepFailures failures, TimeProvider clock)
{
    public const string Table = "OpenRounds";

    private readonly OpenRows _rows = new(storage, Table, clock);
    private readonly ConcurrentDictionary<RoundName, int> _inHand = new();

    public Task ArmAsync(RoundName round, CancellationToken cancellationToken) => _rows.ArmAsync(new TableEntity { RowKey = KeyOf(round) }, cancellationToken);

    /// <summary>Each round, and its row.</summary>
    public async Task<IReadOnlyList<(RoundName Name, TableEntity Row)>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await _rows.AllAsync(cancellationToken)).Select(row => (new RoundName(int.Parse(row.RowKey.AsSpan(0, 4), CultureInfo.InvariantCulture), row.RowKey[5..]), row))];

    /// <summary>Runs a step of a round and notes how it fails.</summary>
    public Task WatchAsync(RoundMessage message, Func<Task> step, CancellationToken cancellationToken) =>
        failures.WatchAsync(AdmissionNames.Queue, message.Subject(), step, cancellationToken);

    /// <summary>Lets go of a round that waits for people, unless a change it was armed for may still come.</summary>
    public Task DisarmStaleAsync(TableEntity row, CancellationToken cancellationToken) => _rows.DisarmStaleAsync(row, cancellationToken);

    public Task SendAsync(RoundName round, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(AdmissionNames.Queue, new RoundMessage(round.Year, round.Round, traceParent), cancellationToken);

    /// <summary>Whether this process works on a round, so that the timer sets no second message on it. Only a hint: two hosts may work on one, and nothing happens.</summary>
    public bool IsInHand(RoundName round) => _inHand.ContainsKey(round);

    public IDisposable Take(RoundName round)
    {
        _inHand.AddOrUpdate(round, 1, (_, held) => held + 1);
        return new Hold(_inHand, round);
    }

    private static string KeyOf(RoundName round) => $"{round.Partition}.{round.Round}";

    private sealed class Hold(ConcurrentDictionary<RoundName, int> inHand, RoundName round) : IDisposable
    {
        public void Dispose()
        {
            if (inHand.AddOrUpdate(round, 0, (_, held) => held - 1) == 0)
                inHand.TryRemove(new KeyValuePair<RoundName, int>(round, 0));
        }
    }
}
