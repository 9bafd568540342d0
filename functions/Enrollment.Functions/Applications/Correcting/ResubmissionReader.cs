using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>What came of reading an answer to a correction. Closed.</summary>
internal abstract record ResubmissionRead
{
    private ResubmissionRead()
    {
    }

    /// <param name="Request">What the parent states now.</param>
    /// <param name="Form">The same, read.</param>
    /// <param name="Papers">The papers, by defect.</param>
    public sealed record Accepted(ApplicationRequest Request, ApplicationForm Form, IReadOnlyList<PapersForDefect> Papers) : ResubmissionRead;

    public sealed record Refused(IReadOnlyList<Fault> Faults) : ResubmissionRead;
}

/// <summary>From a body to a whole corrected form and the papers for its defects, or to every fault at once.</summary>
internal sealed class ResubmissionReader(CallerTokens callers, EvidenceStore evidence, StoredJson json, TimeProvider clock, IOptions<SubmissionOptions> options)
{
    private const int MaxBytes = 32 * 1024;

    public async Task<ResubmissionRead> ReadAsync(HttpRequest request, StoredApplication stored, Policy policy, CancellationToken cancellationToken)
    {
        var read = await StrictJson.ReadAsync<ResubmissionRequest>(request, MaxBytes, cancellationToken);
        if (read is not JsonRead<ResubmissionRequest>.Read { Value: var body })
            return new ResubmissionRead.Refused(((JsonRead<ResubmissionRequest>.Refused)read).Faults);
        var application = stored.Application;
        var stated = ApplicationRow.Stated(stored.Row, application.Id, json);
        var corrected = body.Corrected?.In(stated) ?? stated;
        var reading = FormReading.Of(corrected);
        if (await callers.AuthenticateAsync(request, cancellationToken) is { } caller)
            SubmissionRules.Check(reading, corrected, caller, policy, BureauDay.Of(clock.GetUtcNow()), options.Value.AllowSynthetic);
        List<Fault> faults = [.. reading.Fields.Faults.DistinctBy(fault => fault.Path, StringComparer.Ordinal).Select(fault => fault with { Path = fault.Path.Replace("$.", "$.corrected.", StringComparison.Ordinal) })];
        if (faults.Count == 0 && !Resubmission.IsSameClaim(application.Form, reading.Form))
            faults.Add(new Fault(FaultCode.IdentityCannotChange, "$.corrected"));
        var files = await evidence.AllOfAsync(application.Id, cancellationToken);
        faults.AddRange(PapersFaults(body, application.Correction!, files));
        return faults.Count > 0
            ? new ResubmissionRead.Refused(faults)
            : new ResubmissionRead.Accepted(corrected, reading.Form, [.. (body.Papers ?? []).Select(part => new PapersForDefect(part.Defect!, part.Files!))]);
    }

    private static IEnumerable<Fault> PapersFaults(ResubmissionRequest body, CorrectionRequest correction, IReadOnlyList<EvidenceFile> files)
    {
        if (body.Corrected is null && body.Papers is not { Count: > 0 })
            yield return new Fault(FaultCode.NothingResubmitted, "$");
        for (var i = 0; i < body.Papers?.Count; i++)
        {
            var (part, path) = (body.Papers[i], FormattableString.Invariant($"$.papers[{i}]"));
            if (part.Files is not { Count: > 0 })
                yield return new Fault(FaultCode.Required, $"{path}.files");
            if (correction.Defect(part.Defect ?? "") is not { } defect)
                yield return new Fault(part.Defect is null ? FaultCode.Required : FaultCode.UnknownValue, $"{path}.defect");
            else if (body.Papers.Take(i).Any(earlier => earlier.Defect == part.Defect))
                yield return new Fault(FaultCode.DuplicateField, $"{path}.defect");
            else if (part.Files?.All(id => files.Any(file => file.Id == id && file.IsLive && defect.Papers.Contains(file.Paper, StringComparer.Ordinal))) is false)
                yield return new Fault(FaultCode.EvidenceUnknown, $"{path}.files");
        }
    }
}
