using Enrollment.Domain;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Draws.Ceremonies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Admission;

/// <summary>What a round needs people for, and after the draw what it came to: for the bureau, before anybody else sees it.</summary>
internal sealed class PreviewRound(RoundActions actions, RoundFiles files, DrawnRounds drawn)
{
    [Function(nameof(PreviewRound))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AdmissionNames.RoundRoute + "/preview")] HttpRequest request, string year, string round,
        CancellationToken cancellationToken) => StorageOutage.AnswerAsync(request, () => PreviewAsync(request, year, round, cancellationToken));

    private async Task<IResult> PreviewAsync(HttpRequest request, string year, string round, CancellationToken cancellationToken)
    {
        var (_, found, refusal) = await actions.FindAsync(request, year, round, cancellationToken);
        if (refusal is not null)
            return refusal;
        if (found!.PreparedAt is null)
            return Problems.Of(request, FaultCode.RoundNotPrepared);
        var faults = (await files.ListAsync(found.Name, cancellationToken)).Check();
        var attentions = await files.AttentionsAsync(found.Name, cancellationToken);
        var result = CeremonyParts.Of(found.Ceremony.State).Result is null ? null : await drawn.OfAsync(found.Name, cancellationToken);
        return Results.Ok(new
        {
            Faults = faults.Select(fault => fault.ToString()),
            Attentions = attentions.Select(attention => new { attention.Application, Code = attention.Code.ToString(), attention.Detail, attention.Blocks }),
            Schools = result is null ? [] : SchoolsOf(result),
            Stages = result?.CutOffs.Select(cut => new { cut.Stage, School = cut.School.Value, cut.Seats, cut.Wanted, cut.Admitted }),
            Violations = result is null ? null : (int?)AdmissionInvariants.Check(result.List, result).Count,
        });
    }

    private static IEnumerable<SchoolLine> SchoolsOf(AdmissionResult result)
    {
        var given = result.Places.Where(place => place.School is not null).CountBy(place => place.School!).ToDictionary();
        return result.List.Schools.Select(school => new SchoolLine(school.Code.Value, school.Name, school.Plan, given.GetValueOrDefault(school.Code)));
    }

    private sealed record SchoolLine(string Code, string Name, int Plan, int Given);
}
