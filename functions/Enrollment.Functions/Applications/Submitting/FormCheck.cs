using System.Globalization;
using Enrollment.Domain;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>A form with everything a submission of it would be refused for.</summary>
/// <param name="Reading">What of it could be read.</param>
/// <param name="Policy">The policy of its year, if there is one.</param>
/// <param name="Faults">One for each place; empty where it could be submitted.</param>
internal sealed record CheckedForm(FormReading Reading, Policy? Policy, IReadOnlyList<Fault> Faults)
{
    /// <summary>The faults as a list to work off, in the words of a refusal.</summary>
    public IReadOnlyList<ProblemError> Missing(CultureInfo language) =>
        [.. Faults.Select(fault => new ProblemError(fault.Path, fault.Code.ToWireForm(), Texts.Get($"Fault.{fault.Code}", language)))];
}

/// <summary>Judges a form as a submission would, without submitting it.</summary>
internal sealed class FormCheck(Policies policies, TimeProvider clock, IOptions<SubmissionOptions> options)
{
    public CheckedForm Of(ApplicationRequest request, Caller caller)
    {
        var reading = FormReading.Of(request);
        var policy = reading.IntakeYear is { } year ? policies.OfYear(year) : null;
        SubmissionRules.Check(reading, request, caller, policy, BureauDay.Of(clock.GetUtcNow()), options.Value.AllowSynthetic);
        return new CheckedForm(reading, policy, [.. reading.Fields.Faults.DistinctBy(fault => fault.Path, StringComparer.Ordinal)]);
    }
}
