using System.Globalization;
using Enrollment.Domain;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Files.Exports;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A school's own list: the children a published round gave it, and how each family answered.</summary>
internal sealed class ListAdmitted(CallerTokens callers, RoundStore rounds, RoundFiles files, DrawnRounds drawn, ApplicationStore applications)
{
    private const int AtOnce = 16;

    private static readonly string[] Headings = ["凭证号", "姓名", "性别", "出生日期", "监护人", "电话", "录取环节", "状态", "答复截止"];

    [Function(nameof(ListAdmitted))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "schools/{code}/admissions/{year}/{round}")] HttpRequest request, string code, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => ListAsync(request, code, RoundName.Of(year, round), cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, string code, RoundName? name, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return Problems.Of(request, FaultCode.Unauthenticated);
        if (!SchoolCode.TryParse(code, out var school) || !staff.ActsFor(code) || name is null || await rounds.FindAsync(name, cancellationToken) is not { IsPublic: true })
            return Problems.Of(request, FaultCode.NotFound);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv, ListFormat.Xlsx) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        var rows = await RowsAsync(school, name, cancellationToken);
        ListAnswers.Cache(request, isPublic: false);
        return format switch
        {
            ListFormat.Csv => ListAnswers.Csv(SheetOf(rows), $"{code}-{name.Round}"),
            ListFormat.Xlsx => ListAnswers.Xlsx([SheetOf(rows)], $"{code}-{name.Round}"),
            _ => Results.Ok(new { Children = rows }),
        };
    }

    private async Task<List<AdmittedChild>> RowsAsync(SchoolCode school, RoundName name, CancellationToken cancellationToken)
    {
        var children = (await files.ChildrenAsync(name, cancellationToken)).ToDictionary(child => child.Ticket, StringComparer.Ordinal);
        var rows = new List<AdmittedChild>();
        foreach (var some in (await drawn.OfAsync(name, cancellationToken)).Places.Where(place => place.School == school).Chunk(AtOnce))
            rows.AddRange((await Task.WhenAll(some.Select(place => RowAsync(place, children[place.Ticket.ToString()], name, cancellationToken)))).OfType<AdmittedChild>());
        return rows;
    }

    // A family that withdrew, or whose offer another round replaced, is no longer this school's to see.
    private async Task<AdmittedChild?> RowAsync(AdmissionPlace place, ListedChild child, RoundName name, CancellationToken cancellationToken) =>
        await applications.FindAsync(ApplicationId.Parse(child.Application), cancellationToken) is { Application: { Offer: { IsRevoked: false } offer } application }
        && offer.Round == name.Round && application.HasPlace
            ? new AdmittedChild(child.Ticket, child.Name, child.Sex, child.BirthDate, child.GuardianName, child.GuardianPhone, place.Stage ?? "", application.Status.ToString(), offer.LastDay)
            : null;

    private static Sheet SheetOf(List<AdmittedChild> rows) => Sheet.Table("录取名单", Headings, rows.Select(row => (SheetCell[])
    [
        SheetCell.Of(row.Ticket), SheetCell.Of(row.Name), SheetCell.Of(row.Sex), SheetCell.Of(Day(row.BirthDate)), SheetCell.Of(row.Guardian), SheetCell.Of(row.Phone),
        SheetCell.Of(row.Stage), SheetCell.Of(row.Status), SheetCell.Of(Day(row.AnswerBy)),
    ]));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record AdmittedChild(string Ticket, string Name, string Sex, DateOnly BirthDate, string Guardian, string? Phone, string Stage, string Status, DateOnly AnswerBy);
}
