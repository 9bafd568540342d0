using Enrollment.Domain;
using Enrollment.Functions.Applications.Drafts;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>The body of POST /api/dry-runs: a form, or the id of a draft of the caller's own.</summary>
internal sealed record DryRunRequest(string? DraftId, ApplicationRequest? Form);

/// <summary>What came of reading a dry run that was sent. Closed.</summary>
internal abstract record DryRunRead
{
    private DryRunRead()
    {
    }

    public sealed record Accepted(DraftOwner Owner, ApplicationRequest Form, CheckedForm Judged) : DryRunRead;

    public sealed record Refused(IResult Problem) : DryRunRead;
}

/// <summary>Reads what to try out, and refuses it as a submission would be refused, but for the day and for the consent that only an application needs.</summary>
internal sealed class DryRunReader(DraftReader owners, DraftStore drafts, FormCheck forms)
{
    private const int MaxBytes = 16 * 1024;

    public async Task<DryRunRead> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await owners.AuthenticateAsync(request, cancellationToken) is not { } owner)
            return new DryRunRead.Refused(Problems.Of(request, FaultCode.Unauthenticated));
        var body = await StrictJson.ReadAsync<DryRunRequest>(request, MaxBytes, cancellationToken);
        if (body is not JsonRead<DryRunRequest>.Read { Value: var asked })
            return new DryRunRead.Refused(Problems.Of(request, ((JsonRead<DryRunRequest>.Refused)body).Faults));
        if (asked.DraftId is not null && asked.Form is not null)
            return new DryRunRead.Refused(Problems.Of(request, [new Fault(FaultCode.UnknownField, "$.form")]));
        var form = asked.DraftId is { } id ? (await drafts.FindAsync(owner.Key, id, cancellationToken))?.Form : asked.Form;
        if (form is null)
            return new DryRunRead.Refused(asked.DraftId is null ? Problems.Of(request, [new Fault(FaultCode.Required, "$.form")]) : Problems.Of(request, FaultCode.NotFound));
        return Judge(request, owner, form, asked.DraftId is null ? "$.form" : "$");
    }

    private DryRunRead Judge(HttpRequest request, DraftOwner owner, ApplicationRequest form, string root)
    {
        var judged = forms.Of(form, owner.Caller);
        var faults = judged.Faults.Where(fault => fault.Code is not FaultCode.StatementNotAccepted).ToList();
        return faults.Count == 0
            ? new DryRunRead.Accepted(owner, form, judged)
            : new DryRunRead.Refused(Problems.Of(request, [.. faults.Select(fault => fault with { Path = root + fault.Path[1..] })]));
    }
}
