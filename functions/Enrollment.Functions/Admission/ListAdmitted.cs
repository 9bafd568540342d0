using System.Globalization;
using Enrollment.Files.Exports;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>A school's own list: the children a published round gave it, and how each family answered.</summary>
internal sealed class ListAdmitted(SchoolRounds schools, AdmittedApplications admitted)
{
    private static readonly string[] Headings = ["凭证号", "姓名", "性别", "出生日期", "监护人", "电话", "录取环节", "状态", "答复截止"];

    [Function(nameof(ListAdmitted))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "schools/{code}/admissions/{year}/{round}")] HttpRequest request, string code, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => ListAsync(request, code, year, round, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, string code, string year, string round, CancellationToken cancellationToken)
    {
        var (school, found, refusal) = await schools.FindAsync(request, code, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv, ListFormat.Xlsx) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        var rows = (await admitted.OfAsync(school!, found!.Name, cancellationToken)).Select(RowOf).ToList();
        ListAnswers.Cache(request, isPublic: false);
        return format switch
        {
            ListFormat.Csv => ListAnswers.Csv(SheetOf(rows), $"{code}-{found.Name.Round}"),
            ListFormat.Xlsx => ListAnswers.Xlsx([SheetOf(rows)], $"{code}-{found.Name.Round}"),
            _ => Results.Ok(new { Children = rows }),
        };
    }

    private static AdmittedChild RowOf(AdmittedApplication admitted) => new(admitted.Child.Ticket, admitted.Child.Name, admitted.Child.Sex, admitted.Child.BirthDate,
        admitted.Child.GuardianName, admitted.Child.GuardianPhone, admitted.Place.Stage ?? "", admitted.Application.Status.ToString(), admitted.Offer.LastDay);

    private static Sheet SheetOf(List<AdmittedChild> rows) => Sheet.Table("录取名单", Headings, rows.Select(row => (SheetCell[])
    [
        SheetCell.Of(row.Ticket), SheetCell.Of(row.Name), SheetCell.Of(row.Sex), SheetCell.Of(Day(row.BirthDate)), SheetCell.Of(row.Guardian), SheetCell.Of(row.Phone),
        SheetCell.Of(row.Stage), SheetCell.Of(row.Status), SheetCell.Of(Day(row.AnswerBy)),
    ]));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record AdmittedChild(string Ticket, string Name, string Sex, DateOnly BirthDate, string Guardian, string? Phone, string Stage, string Status, DateOnly AnswerBy);
}
