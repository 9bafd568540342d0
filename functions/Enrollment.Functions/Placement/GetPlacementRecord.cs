using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The record anybody can run again (docs/placement-record.md); staff may fetch it before publication, and the auditor's with the attributes.</summary>
internal sealed class GetPlacementRecord(CallerTokens callers, PlacementStore placements, PublishedPlacement published)
{
    [Function(nameof(GetPlacementRecord))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/record")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, run, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var isStaff = await callers.ActsForAsync(request, code, cancellationToken);
        var placement = PlacementQuery.IsSchoolCode(code) ? await placements.FindAsync(code, run, cancellationToken) : null;
        if (placement is null || (!isStaff && !IsPublic(placement.Ceremony.State)))
            return Problems.Of(request, FaultCode.NotFound);
        var forAuditor = isStaff && request.Query["auditor"] == "true";
        return await published.RecordAsync(placement, forAuditor, cancellationToken) is { } record
            ? Results.Bytes(record.ToJson(), "application/json", $"{placement.Name.Run}-record.json")
            : Problems.Of(request, FaultCode.DrawNotDrawn);
    }

    // A void placement that had been published stays public beside the one that follows it.
    internal static bool IsPublic(CeremonyState state) => state is CeremonyState.Published or CeremonyState.Voided { Before: CeremonyState.Published };
}
