using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Files.Exports;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The masked list for the wall: for everybody once published, for staff once drawn. Its PDF waits for publication: before, its QR code leads nowhere.</summary>
internal sealed class GetPostingList(CallerTokens callers, PlacementStore placements, PublishedPlacement published, PlacementLinks links, PostingFont font)
{
    [Function(nameof(GetPostingList))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/posting")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, code, run, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var placement = PlacementQuery.IsSchoolCode(code) ? await placements.FindAsync(code, run, cancellationToken) : null;
        var isPublished = placement?.Ceremony.State is CeremonyState.Published;
        var isShown = isPublished || (placement?.Ceremony.State is CeremonyState.Drawn && await callers.ActsForAsync(request, code, cancellationToken));
        if (placement is null || !isShown)
            return Problems.Of(request, FaultCode.NotFound);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv, ListFormat.Xlsx, ListFormat.Pdf) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        if (format is ListFormat.Pdf && !isPublished)
            return Problems.Of(request, FaultCode.NotFound);
        var lists = await published.ListsAsync(placement, cancellationToken);
        ListAnswers.Cache(request, isPublished);
        return format switch
        {
            ListFormat.Csv => ListAnswers.Csv(PlacementSheets.Posting(lists), $"{run}-posting"),
            ListFormat.Xlsx => ListAnswers.Xlsx([PlacementSheets.Posting(lists)], $"{run}-posting"),
            ListFormat.Pdf => ListAnswers.Pdf(PostingPdf.Write(lists, links.Verifier(placement.Name), font), $"{run}-posting"),
            _ => Results.Ok(new { Pupils = lists.Rows.Select(Of) }),
        };
    }

    private static PostedRow Of(ListedRow row) =>
        new(row.Class, row.Team, row.Pupil?.MaskedName, row.Pupil?.TicketEnd, row.IsLate ? row.Row.ToString() : null, row.IsLate);

    /// <summary>A row code stands only where no name does: beside a name it would say whose line of the record is whose.</summary>
    private sealed record PostedRow(int Class, string? Team, string? Name, string? TicketEnd, string? Row, bool Late);
}
