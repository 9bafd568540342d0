using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Verification;

/// <summary>Every night at 02:30 in Fujian (18:30 UTC): walks all applications in pages and arms again what a double fault left without a due row.</summary>
internal sealed class Reconcile(ApplicationStore applications, DueRepair repair, ReconciliationReports reports, ILogger<Reconcile> logger)
{
    private const int PerPage = 500;

    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger("0 30 18 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var byStatus = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var repaired = 0;
        await foreach (var page in applications.PagesAsync(PerPage, cancellationToken))
        {
            foreach (var row in page.Values)
            {
                var status = row.GetString(ApplicationRow.Status);
                byStatus[status] = byStatus.GetValueOrDefault(status) + 1;
                if (await repair.RunAsync(ApplicationId.Parse(row.PartitionKey), Enum.Parse<ApplicationStatus>(status), cancellationToken))
                    repaired++;
            }
        }
        await reports.WriteAsync(byStatus, repaired, cancellationToken);
        logger.LogInformation("Reconciled {Applications} applications, {Repaired} had no due row", byStatus.Values.Sum(), repaired);
    }
}

/// <summary>Gives an application back the due row it should have.</summary>
internal sealed class DueRepair(ApplicationStore applications, DueRows dueRows, VerificationSteps steps)
{
    /// <summary>True when there was something to repair.</summary>
    public async Task<bool> RunAsync(ApplicationId id, ApplicationStatus status, CancellationToken cancellationToken)
    {
        if (status is not (ApplicationStatus.Submitted or ApplicationStatus.Verifying or ApplicationStatus.UnderReview))
            return false;
        if (await applications.FindAsync(id, cancellationToken) is not { Application.IsOutstanding: true } stored)
            return false;
        if (stored.Due is { } armed && await dueRows.IsArmedAsync(armed, cancellationToken))
            return false;
        var due = await steps.ArmAsync(id, steps.Now, cancellationToken);
        return await applications.CommitAsync(stored, new Change(stored.Application, []), due, cancellationToken);
    }
}

/// <summary>What each night's walk found, newest first.</summary>
internal sealed class ReconciliationReports(StorageClients storage, TimeProvider clock)
{
    public const string Table = "Reconciliations";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task WriteAsync(IReadOnlyDictionary<string, int> byStatus, int repaired, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity("night", (long.MaxValue - now.UtcTicks).ToString("D19", CultureInfo.InvariantCulture)) { ["At"] = now, ["Repaired"] = repaired };
        foreach (var (status, count) in byStatus)
            row[status] = count;
        await _table.TryInsertAsync(row, cancellationToken);
    }
}
