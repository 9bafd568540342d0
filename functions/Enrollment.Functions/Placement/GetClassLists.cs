using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Files.Exports;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Class lists with names and row codes, for staff once drawn; as a workbook with everything a school prints and signs.</summary>
internal sealed class GetClassLists(CallerTokens callers, PlacementStore placements, PlacementFiles files, PublishedPlacement published)
{
    [Function(nameof(GetClassLists))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/lists")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, run, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!staff.ActsFor(code) || !PlacementQuery.IsSchoolCode(code) || await placements.FindAsync(code, run, cancellationToken) is not { } placement)
            return Problems.Of(request, FaultCode.NotFound);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv, ListFormat.Xlsx) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        if (CeremonyParts.Of(placement.Ceremony.State).Result is null)
            return Problems.Of(request, FaultCode.DrawNotDrawn);
        var lists = await published.ListsAsync(placement, cancellationToken);
        ListAnswers.Cache(request, isPublic: false);
        return format switch
        {
            ListFormat.Csv => ListAnswers.Csv(PlacementSheets.Classes(lists), $"{run}-lists"),
            ListFormat.Xlsx => ListAnswers.Xlsx(PlacementSheets.All(lists, await ReportAsync(placement, cancellationToken)), $"{run}-lists"),
            _ => Results.Ok(new { Pupils = lists.Rows.Select(Of) }),
        };
    }

    private async Task<IEnumerable<Sheet>> ReportAsync(StoredPlacement placement, CancellationToken cancellationToken) =>
        await files.ReportAsync(placement.Name, cancellationToken) is { } report ? [BalanceSheet.Of(report)] : [];

    private static ListRow Of(ListedRow row) =>
        new(row.Class, row.Team, row.Pupil?.TicketId, row.Pupil?.Name, PlacementSheets.TextOf(row.Sex), row.Row.ToString(), row.IsLate);

    private sealed record ListRow(int Class, string? Team, string? TicketId, string? Name, string Sex, string Row, bool Late);
}
