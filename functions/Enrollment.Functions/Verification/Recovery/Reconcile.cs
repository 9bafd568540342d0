using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>Every night at 02:30 in Fujian (18:30 UTC): walks all applications in pages and arms again what a double fault left without a due row.</summary>
internal sealed class Reconcile(ApplicationStore applications, ApplicationRepairs repairs, ReconciliationReports reports, ILogger<Reconcile> logger)
{
    private const int PerPage = 500;

    [Function(nameof(Reconcile))]
    public async Task RunAsync([TimerTrigger("0 30 18 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var byStatus = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (repaired, unreadable) = (0, new List<Exception>());
        await foreach (var page in applications.PagesAsync(PerPage, cancellationToken))
        {
            foreach (var row in page.Values)
            {
                var status = row.GetString(ApplicationRow.Status);
                byStatus[status] = byStatus.GetValueOrDefault(status) + 1;
                repaired += await TryRepairAsync(row, status, unreadable, cancellationToken) ? 1 : 0;
            }
        }
        await reports.WriteAsync(byStatus, repaired, unreadable.Count, cancellationToken);
        logger.LogInformation("Reconciled {Applications} applications, {Repaired} had lost a row", byStatus.Values.Sum(), repaired);
        if (unreadable.Count > 0)
            throw new AggregateException("Some applications could not be read; the others were walked.", unreadable);
    }

    // One application that cannot be read must not end the walk; it is reported with the rest.
    private async Task<bool> TryRepairAsync(TableEntity row, string status, List<Exception> unreadable, CancellationToken cancellationToken)
    {
        try
        {
            return await repairs.RunAsync(row, Enum.Parse<ApplicationStatus>(status), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            unreadable.Add(e);
            return false;
        }
    }
}
