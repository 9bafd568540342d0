using Enrollment.Domain;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Files.Supply;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools;

/// <summary>
/// The bureau hands in the places that homes gave before the service knew of them: six years back they still bind. Handing the list in again,
/// after it broke off or grew, adds what is new.
/// </summary>
internal sealed class UploadPlaceLocks(BureauCallers bureau, PlaceLocks locks, TimeProvider clock)
{
    private const int MaxBytes = 2 << 20;
    private const int AtOnce = 16;

    [Function(nameof(UploadPlaceLocks))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "schools/place-locks")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => UploadAsync(request, cancellationToken));

    private async Task<IResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        var (csv, refused) = await CsvUpload.ReadAsync(request, MaxBytes, cancellationToken);
        if (csv is null)
            return refused!;
        var reading = ReadEarlierPlaces.Of(csv, BureauDay.Of(clock.GetUtcNow()));
        if (reading is EarlierPlacesReading.Faulty faulty)
            return Problems.Of(request, FaultCode.PlaceListFaulty, CsvUpload.ErrorsOf(request, faulty.Faults));
        var places = ((EarlierPlacesReading.Read)reading).Places;
        var (added, isBusy) = (0, false);
        await Parallel.ForEachAsync(places, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (place, token) =>
        {
            var entered = await locks.EnterAsync(place, token);
            if (entered is true)
                Interlocked.Increment(ref added);
            // Only ever set: many write it at once.
            if (entered is null)
                isBusy = true;
        });
        return isBusy ? Problems.Of(request, FaultCode.TemporarilyUnavailable) : Results.Ok(new { Listed = places.Count, Added = added });
    }
}
