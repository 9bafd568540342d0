using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Enrollment.DevCluster.Demo.Faults;

/// <summary>What is still outstanding in storage, read past the service, beside what must be.</summary>
/// <param name="Stuck">Applications with a due row though nothing more is due to them.</param>
/// <param name="Forgotten">Applications that wait for something and have no due row.</param>
/// <param name="DueRows">All due rows.</param>
/// <param name="Expected">Families who were asked for papers, or about whom an office is silent: a row each, for the last day or the next asking.</param>
/// <param name="DeadLetters">By what they turned out to be.</param>
/// <param name="Poisoned">Messages in poison queues that nobody has collected.</param>
internal sealed record Leftovers(IReadOnlyList<string> Stuck, IReadOnlyList<string> Forgotten, int DueRows, int Expected,
    IReadOnlyDictionary<string, int> DeadLetters, int Poisoned)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    // A row whose step is done goes at the next sweep; a host that died may have left one for the longest redrive.
    private static readonly TimeSpan SweptWithin = TimeSpan.FromSeconds(120);

    // Done by another message, or driven again and then seen done: every family has ended as expected.
    private static readonly string[] Closed = ["DoneAlready", "StillDue", "Resolved", "Discarded"];

    public int OpenDeadLetters => DeadLetters.Where(letters => !Closed.Contains(letters.Key, StringComparer.Ordinal)).Sum(letters => letters.Value);

    public bool IsNothing => Stuck.Count == 0 && Forgotten.Count == 0 && OpenDeadLetters == 0 && Poisoned == 0;

    /// <summary>Looks until nothing is left that should not be, or no sweep will take it away any more.</summary>
    public static async Task<Leftovers> AfterAsync(string connectionString, IReadOnlyList<Case> cases, CancellationToken cancellation)
    {
        var until = TimeProvider.System.GetUtcNow() + SweptWithin;
        Leftovers seen;
        while ((seen = await ReadAsync(connectionString, cases, cancellation)) is { IsNothing: false } && TimeProvider.System.GetUtcNow() < until)
            await Task.Delay(Look, cancellation);
        return seen;
    }

    private static async Task<Leftovers> ReadAsync(string connectionString, IReadOnlyList<Case> cases, CancellationToken cancellation)
    {
        var tables = new TableServiceClient(connectionString);
        var due = new List<string>();
        await foreach (var row in tables.GetTableClient("Due").QueryAsync<TableEntity>(select: ["RowKey"], cancellationToken: cancellation))
            due.Add(row.RowKey.Split('-')[1]);
        var letters = new List<string>();
        // A row without a verdict is a letter's history.
        await foreach (var row in tables.GetTableClient("DeadLetters").QueryAsync<TableEntity>(select: ["Verdict", "State"], cancellationToken: cancellation))
        {
            if (row.GetString("Verdict") is { } verdict)
                letters.Add(row.GetString("State") is "Resolved" or "Discarded" ? row.GetString("State") : verdict);
        }
        var waiting = cases.Where(@case => Waits(@case.Family.Truth)).Select(@case => @case.ApplicationId ?? "").ToHashSet(StringComparer.Ordinal);
        return new Leftovers([.. due.Where(id => !waiting.Contains(id)).Distinct(StringComparer.Ordinal)], [.. waiting.Except(due, StringComparer.Ordinal)], due.Count, waiting.Count,
            letters.CountBy(verdict => verdict, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), await PoisonedAsync(connectionString, cancellation));
    }

    private static bool Waits(Ending truth) => truth.Status == "CorrectionRequested" || truth.Checks.Values.Contains("SourceUnavailable", StringComparer.Ordinal);

    private static async Task<int> PoisonedAsync(string connectionString, CancellationToken cancellation)
    {
        var (queues, sum) = (new QueueServiceClient(connectionString), 0);
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellation))
        {
            if (queue.Name.EndsWith("-poison", StringComparison.Ordinal))
                sum += (await queues.GetQueueClient(queue.Name).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        return sum;
    }
}
