using System.Globalization;
using Enrollment.Domain.Admission.Forecast;
using Enrollment.Files.Supply;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Schools.Demand;

/// <summary>学位预警: places needed against places there are, by school, for six years from the one asked for.</summary>
internal sealed class GetDemand(BureauCallers bureau, SupplyFolder supply)
{
    [Function(nameof(GetDemand))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bureau/demand")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => GetAsync(request, cancellationToken));

    private async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((await bureau.FindAsync(request, cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (YearQuery.Of(request) is not { } year)
            return Problems.Of(request, [YearQuery.Fault(request)]);
        if (ListFormats.Of(request, ListFormat.Json, ListFormat.Csv) is not { } format)
            return Problems.Of(request, [ListFormats.Unknown]);
        var report = DemandForecast.Of(supply.Input(year));
        return format is ListFormat.Csv
            ? ListAnswers.Csv(DemandSheet.Of(report), string.Create(CultureInfo.InvariantCulture, $"demand-{year}"))
            : Results.Ok(DemandJson.Of(report));
    }
}
