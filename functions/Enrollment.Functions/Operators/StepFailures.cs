using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Operators;

/// <summary>
/// Notes how each step failed last: a poison message does not say why it is one. A wrapper of ours and no middleware, because the hosts
/// share none; it lets the exception go on, so that the host counts, retries and poisons as ever.
/// </summary>
internal sealed class StepFailures(StorageClients storage, TimeProvider clock, ILogger<StepFailures> logger)
{
    public const string Table = "StepFailures";

    // Longer than a poison message lives.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Runs a step and notes how it fails.</summary>
    /// <param name="queue">The queue its message came from.</param>
    /// <param name="subject">What the message speaks of.</param>
    /// <param name="step">Does it.</param>
    /// <param name="cancellationToken">Of the host that gives up.</param>
    public async Task WatchAsync(string queue, string? subject, Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await NoteAsync(queue, subject, StepFailure.Of(e, clock.GetUtcNow()), cancellationToken);
            throw;
        }
    }

    /// <summary>How a step failed last; null when no failure of it was noted.</summary>
    public async Task<StepFailure?> FindAsync(string queue, string? subject, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(queue, KeyOf(subject), cancellationToken: cancellationToken) is { HasValue: true } row ? FailureColumns.Read(row.Value!) : null;

    /// <summary>Most steps that failed were done at the next try, and nobody asks for their note. How many went.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var (before, forgotten) = (clock.GetUtcNow() - Kept, 0);
        await foreach (var row in _table.QueryAsync<TableEntity>(row => row.Timestamp < before, cancellationToken: cancellationToken))
        {
            await _table.DeleteEntityAsync(row, row.ETag, cancellationToken);
            forgotten++;
        }
        return forgotten;
    }

    private async Task NoteAsync(string queue, string? subject, StepFailure failure, CancellationToken cancellationToken)
    {
        var row = new TableEntity(queue, KeyOf(subject));
        FailureColumns.Write(row, failure);
        try
        {
            await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // Most often the step failed for want of storage: what it has to say goes before what we could not note.
            logger.LogWarning(e, "How a step of {Queue} failed could not be noted", queue);
        }
    }

    // A message may name anything, and a key may not.
    private static string KeyOf(string? subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject ?? "")));
}
