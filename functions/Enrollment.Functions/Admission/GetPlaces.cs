using Enrollment.Domain;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Files.Exports;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>The public list of a published round: who goes where, by ticket. The result of its record in a form people read; no name is near it.</summary>
internal sealed class GetPlaces(RoundStore rounds, DrawnRounds drawn)
{
    private static readonly string[] Headings = ["凭证号", "派位号", "学校代码", "学校", "录取环节"];

    [Function(nameof(GetPlaces))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdmissionNames.RoundRoute + "/places")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => GetAsync(request, year, round, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        if (RoundName.Of(year, round) is not { } name || await rounds.FindAsync(name, cancellationToken) is not { IsPublic: true } found)
            return Problems.Of(request, FaultCode.NotFound);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv, ListFormat.Xlsx) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        var places = PlacesOf(await drawn.OfAsync(name, cancellationToken));
        ListAnswers.Cache(request, isPublic: true);
        return format switch
        {
            ListFormat.Csv => ListAnswers.Csv(SheetOf(places), $"{name.Round}-places"),
            ListFormat.Xlsx => ListAnswers.Xlsx([SheetOf(places)], $"{name.Round}-places"),
            _ => Results.Ok(new { found.Name.Year, found.Name.Round, Status = found.Ceremony.State.Status.ToString(), Places = places }),
        };
    }

    private static List<PlaceLine> PlacesOf(AdmissionResult result)
    {
        var names = result.List.Schools.ToDictionary(school => school.Code, school => school.Name);
        return [.. result.Places.Select(place => new PlaceLine(place.Ticket.ToString(), place.Lot, place.School?.Value, place.School is null ? null : names[place.School], place.Stage))];
    }

    private static Sheet SheetOf(List<PlaceLine> places) => Sheet.Table("录取结果", Headings, places.Select(place => (SheetCell[])
        [SheetCell.Of(place.Ticket), SheetCell.Of(place.Lot), SheetCell.Of(place.School), SheetCell.Of(place.SchoolName), SheetCell.Of(place.Stage)]));

    private sealed record PlaceLine(string Ticket, int Lot, string? School, string? SchoolName, string? Stage);
}
