using System.Text;
using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Files.Exports;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>How alike the classes are (docs/balance-report.md): whole for staff once drawn, without what could tell about one child for everybody once published.</summary>
internal sealed class GetBalanceReport(CallerTokens callers, PlacementStore placements, PlacementFiles files)
{
    [Function(nameof(GetBalanceReport))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/report")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, run, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var isStaff = await callers.ActsForAsync(request, code, cancellationToken);
        var placement = PlacementQuery.IsSchoolCode(code) ? await placements.FindAsync(code, run, cancellationToken) : null;
        if (placement is null || (!isStaff && !placement.IsPublic))
            return Problems.Of(request, FaultCode.NotFound);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Svg, ListFormat.Xlsx) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        if (CeremonyParts.Of(placement.Ceremony.State).Result is null)
            return Problems.Of(request, FaultCode.DrawNotDrawn);
        // Drawn before reports were made: there is none, and nothing to make one of that everybody agreed on.
        if (await files.ReportAsync(placement.Name, cancellationToken) is not { } whole)
            return Problems.Of(request, FaultCode.NotFound);
        var report = isStaff ? whole : whole.ForPublic();
        ListAnswers.Cache(request, isPublic: !isStaff);
        return format switch
        {
            ListFormat.Svg => Results.Bytes(Encoding.UTF8.GetBytes(BalanceSvg.Draw(report, RequestLanguage.Of(request))), "image/svg+xml; charset=utf-8"),
            ListFormat.Xlsx => ListAnswers.Xlsx([BalanceSheet.Of(report)], $"{run}-report"),
            _ => Results.Bytes(report.ToJson(), "application/json"),
        };
    }
}
