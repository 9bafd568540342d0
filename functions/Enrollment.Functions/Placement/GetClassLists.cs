using System.Globalization;
using System.Text;
using Enrollment.Domain;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Files.Exports;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>Class lists: whole for staff once drawn, masked for everybody once published.</summary>
internal sealed class GetClassLists(CallerTokens callers, PlacementStore placements, PlacementFiles files, PublishedPlacement published)
{
    [Function(nameof(GetClassLists))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/lists")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => ListsAsync(request, code, run, cancellationToken));

    [Function("GetPostingList")]
    public Task<IResult> PostingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlacementNames.Route + "/{run}/posting")] HttpRequest request, string code, string run,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => PostedAsync(request, code, run, cancellationToken));

    private async Task<IResult> ListsAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!staff.ActsFor(code) || !PlacementQuery.IsSchoolCode(code) || await placements.FindAsync(code, run, cancellationToken) is not { } placement)
            return Problems.Of(request, FaultCode.NotFound);
        if (CeremonyParts.Of(placement.Ceremony.State).Result is null)
            return Problems.Of(request, FaultCode.DrawNotDrawn);
        var (result, pupils) = (await published.ResultAsync(placement, cancellationToken), await files.PupilsAsync(placement.Name, cancellationToken));
        var rows = Order(result, pupils).Select(i => new ListRow(result.ClassOf(i), TeamOf(result, i), pupils[i].TicketId, pupils[i].Name, SexText(pupils[i].Sex), result.List.Rows[i].Row.ToString()));
        return request.Query["format"] == "csv"
            ? Csv(["班级", "教师团队", "报名号", "姓名", "性别", "凭证号"], rows.Select(row => (string[])[CsvText.Of(row.Class), row.Team ?? "", row.TicketId, row.Name, row.Sex, row.Row]), "lists.csv")
            : Results.Ok(new { Pupils = rows });
    }

    private async Task<IResult> PostedAsync(HttpRequest request, string code, string run, CancellationToken cancellationToken)
    {
        var isStaff = await callers.ActsForAsync(request, code, cancellationToken);
        var placement = PlacementQuery.IsSchoolCode(code) ? await placements.FindAsync(code, run, cancellationToken) : null;
        if (placement is null || !(placement.Ceremony.State is CeremonyState.Published || (isStaff && placement.Ceremony.State is CeremonyState.Drawn)))
            return Problems.Of(request, FaultCode.NotFound);
        var (result, pupils) = (await published.ResultAsync(placement, cancellationToken), await files.PupilsAsync(placement.Name, cancellationToken));
        var rows = Order(result, pupils).Select(i => new PostedRow(result.ClassOf(i), TeamOf(result, i), pupils[i].MaskedName, pupils[i].TicketEnd));
        return request.Query["format"] == "csv"
            ? Csv(["班级", "教师团队", "姓名", "报名号末四位"], rows.Select(row => (string[])[CsvText.Of(row.Class), row.Team ?? "", row.Name, row.TicketEnd]), "posting.csv")
            : Results.Ok(new { Pupils = rows });
    }

    private static IEnumerable<int> Order(PlacementResult result, IReadOnlyList<ListedPupil> pupils) =>
        Enumerable.Range(0, pupils.Count).OrderBy(result.ClassOf).ThenBy(i => pupils[i].TicketId, StringComparer.Ordinal);

    private static string? TeamOf(PlacementResult result, int pupil) => result.Teams?[result.ClassOf(pupil) - 1];

    private static string SexText(Sex sex) => sex is Sex.Male ? "男" : "女";

    // Spreadsheets read CSV as UTF-8 only behind a byte order mark.
    private static IResult Csv(string[] header, IEnumerable<string[]> rows, string name)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CsvText.Write(text, header, rows);
        return Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", name);
    }

    private sealed record ListRow(int Class, string? Team, string TicketId, string Name, string Sex, string Row);

    private sealed record PostedRow(int Class, string? Team, string Name, string TicketEnd);
}
