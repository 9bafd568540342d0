using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Siblings;
using Enrollment.Functions.Review;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>Gives an application back what stands around it and a double fault took: its due row, its place on a work list, its siblings.</summary>
internal sealed class ApplicationRepairs(DueRepair due, WorkListRepair workList, SiblingRepair siblings)
{
    /// <param name="row">Its own row, with the columns the nightly walk reads.</param>
    /// <param name="status">Its status.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>True when it had no due row, or no place on a work list, and should have.</returns>
    public async Task<bool> RunAsync(TableEntity row, ApplicationStatus status, CancellationToken cancellationToken)
    {
        var id = ApplicationId.Parse(row.PartitionKey);
        await siblings.RunAsync(id, status, cancellationToken);
        var hadNoDueRow = await due.RunAsync(id, status, row.GetString(ApplicationRow.DueKey) is { Length: > 0 }, cancellationToken);
        return await workList.RunAsync(id, status, row.GetString(ApplicationRow.Work) is { Length: > 0 }, cancellationToken) || hadNoDueRow;
    }
}
