using Enrollment.Domain;
using Enrollment.Files.Supply;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>The bureau hands in the household register's list of a year's children; handing it in again adds and corrects, and takes nobody off.</summary>
internal sealed class UploadHouseholds(BureauCallers bureau, FollowUpStore store)
{
    private const int MaxBytes = 16 << 20;

    [Function(nameof(UploadHouseholds))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "bureau/unapplied")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => UploadAsync(request, cancellationToken));

    private async Task<IResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (YearQuery.Of(request) is not { } year)
            return Problems.Of(request, [YearQuery.Fault(request)]);
        var (csv, refused) = await CsvUpload.ReadAsync(request, MaxBytes, cancellationToken);
        if (csv is null)
            return refused!;
        var reading = ReadHouseholds.Of(csv, year);
        if (reading is HouseholdReading.Faulty faulty)
            return Problems.Of(request, FaultCode.HouseholdListFaulty, CsvUpload.ErrorsOf(request, faulty.Faults));
        var children = ((HouseholdReading.Read)reading).Children;
        var added = await store.ListAsync(year, children, cancellationToken);
        return Results.Ok(new { Listed = children.Count, Added = added });
    }
}
