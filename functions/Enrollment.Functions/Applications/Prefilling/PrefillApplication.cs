using Enrollment.Domain.Applications.Prefilling;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>A parent asks for a form filled in from the registers: one for each child of school age in their household, to confirm or to correct.</summary>
internal sealed class PrefillApplication(PrefillReader reader, Lookups lookups, FormCheck forms, IOptions<LookupOptions> options, TimeProvider clock)
{
    // Of all a register holds, what the form has fields for.
    private static readonly IReadOnlyList<CheckPlan> Plan = [new(Department.Police, [Question.Household]), new(Department.Property, [Question.Homes])];

    [Function(nameof(PrefillApplication))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "prefill")] HttpRequest request, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => PrefillAsync(request, cancellationToken));

    private async Task<IResult> PrefillAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(request, cancellationToken);
        if (read is not PrefillRead.Asked { Caller: var caller, Policy: var policy } asked)
            return ((PrefillRead.Refused)read).Problem;
        var subject = QuerySubject.OfPrefill(caller.Name, caller.IdentityNumber, policy.IntakeYear);
        var found = await lookups.AskAsync(new LookupAsk(asked.Case, Plan, subject, policy, options.Value.KeepFor), cancellationToken);
        var children = PrefilledChildren.Of(policy, caller.IdentityNumber, options.Value.YearsLate, ReportOf(found, Department.Police), ReportOf(found, Department.Property));
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Ok(PrefillView.Of(policy, caller, found, children, forms, clock.GetUtcNow(), RequestLanguage.Of(request)));
    }

    private static DepartmentReport? ReportOf(IReadOnlyList<Lookup> found, Department department) => found.First(lookup => lookup.Department == department) switch
    {
        { Report: { } report } => report,
        // Asked, answered, and nothing there: that is a word on the matter too.
        { Status: LookupStatus.NoRecord } => new DepartmentReport(department, "", default, default, "", []),
        _ => null,
    };
}
