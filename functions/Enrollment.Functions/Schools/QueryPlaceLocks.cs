using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools;

/// <summary>The places a home has given, by its unit number: in the body, because an address is logged on the way.</summary>
internal sealed class QueryPlaceLocks(BureauCallers bureau, PlaceLocks locks)
{
    private const int MaxBytes = 1024;

    [Function(nameof(QueryPlaceLocks))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "schools/place-locks/queries")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => QueryAsync(request, cancellationToken));

    private async Task<IResult> QueryAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused refused)
            return Problems.Of(request, refused.Faults);
        return UnitNumber.TryParse(((JsonRead<Body>.Read)read).Value.UnitNumber, out var unit)
            ? Results.Ok(PlaceLockHistoryView.Of(await locks.HistoryAsync(unit, cancellationToken)))
            : Problems.Of(request, [new Fault(FaultCode.UnitNumberMalformed, "$.unitNumber")]);
    }

    private sealed record Body(string? UnitNumber)
    {
        public override string ToString() => nameof(Body);
    }
}
