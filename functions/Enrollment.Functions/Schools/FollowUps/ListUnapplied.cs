using System.Globalization;
using Enrollment.Domain;
using Enrollment.Domain.Admission.FollowUps;
using Enrollment.Files.Exports;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>控辍保学: registered children of school age without a live application, a page at a time.</summary>
internal sealed class ListUnapplied(BureauCallers bureau, FollowUpStore store, LiveApplications live)
{
    private const int PageSize = 200;
    private static readonly string[] Header = ["编号", "姓名", "片区", "状态", "次数"];

    [Function(nameof(ListUnapplied))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bureau/unapplied")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ListAsync(request, cancellationToken));

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (YearQuery.Of(request) is not { } year)
            return Problems.Of(request, [YearQuery.Fault(request)]);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        var after = request.Query["after"].ToString();
        if (after.Length > 0 && !FollowUpReference.Is(after))
            return Problems.Of(request, [new Fault(FaultCode.UnknownValue, "?after")]);
        var listed = await store.PageAsync(year, after, PageSize, cancellationToken);
        var states = await Task.WhenAll(listed.Select(async child => FollowUpStates.Now(child, await live.HasAsync(child.ChildKey, year, cancellationToken))));
        var children = listed.Zip(states).Where(pair => pair.Second is not FollowUpState.Applied).Select(pair => UnappliedView.Of(pair.First, pair.Second)).ToList();
        var page = new UnappliedPage(children, listed.Count == PageSize ? listed[^1].Ref : null);
        if (page.Next is not null)
            request.HttpContext.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"</api/bureau/unapplied?year={year}&after={page.Next}>; rel=\"next\"");
        return format is ListFormat.Csv ? ListAnswers.Csv(SheetOf(page), string.Create(CultureInfo.InvariantCulture, $"unapplied-{year}")) : Results.Ok(page);
    }

    private static Sheet SheetOf(UnappliedPage page) => Sheet.Table("未报名", Header, page.Children.Select(child => (IReadOnlyList<SheetCell>)
        [SheetCell.Of(child.Child), SheetCell.Of(child.Name), SheetCell.Of(child.Zone), SheetCell.Of(child.State), SheetCell.Of(child.Steps)]));
}
