using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>Has a child a live application? Asked by keyed hash: no number is compared in the clear.</summary>
internal sealed class LiveApplications(StorageClients storage, ApplicationStore applications)
{
    private readonly TableClient _claims = storage.Tables.GetTableClient(ChildClaims.Table);

    public async Task<bool> HasAsync(string childKey, int year, CancellationToken cancellationToken)
    {
        var claim = await _claims.GetEntityIfExistsAsync<TableEntity>(childKey, year.ToString(CultureInfo.InvariantCulture), cancellationToken: cancellationToken);
        return claim.HasValue && await applications.FindAsync(ApplicationId.Parse(claim.Value!.GetString("ApplicationId")), cancellationToken)
            is { Application.Status: not (ApplicationStatus.Withdrawn or ApplicationStatus.Voided or ApplicationStatus.Transferred) };
    }
}
