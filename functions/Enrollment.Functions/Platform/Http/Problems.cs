using System.Diagnostics;
using System.Globalization;
using Enrollment.Domain;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Answers a refused request as RFC 9457 problem+json, in the caller's language, without anything the caller sent.</summary>
internal static class Problems
{
    private const string SeveralFaults = "validation-failed";

    public static IResult Of(HttpRequest request, FaultCode code, TimeSpan? retryAfter = null) => new ProblemResult(
        Body(request, ProblemStatus.Of(code), code.ToWireForm(), $"Fault.{code}", []), retryAfter ?? RetryAfterOf(code));

    public static IResult Of(HttpRequest request, IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0)
            throw new ArgumentException("A problem needs a fault.", nameof(faults));
        var language = RequestLanguage.Of(request);
        var errors = faults.Select(fault => ErrorOf(fault, language)).ToList();
        var first = faults[0].Code;
        var isOne = faults.Count == 1;
        // What cannot be read at all goes before what was read and does not hold.
        var status = faults.Min(fault => ProblemStatus.Of(fault.Code));
        return new ProblemResult(
            Body(request, status, isOne ? first.ToWireForm() : SeveralFaults, isOne ? $"Fault.{first}" : "Problem.ValidationFailed", errors),
            isOne ? RetryAfterOf(first) : null);
    }

    /// <summary>One code, with faults of a file rather than of a JSON body: their places and texts are the file's.</summary>
    public static IResult Of(HttpRequest request, FaultCode code, IReadOnlyList<ProblemError> errors) =>
        new ProblemResult(Body(request, ProblemStatus.Of(code), code.ToWireForm(), $"Fault.{code}", errors), retryAfter: null);

    /// <summary>One code that hangs on the day, with the days it hangs on.</summary>
    public static IResult Of(HttpRequest request, FaultCode code, ProblemSeason season) => new ProblemResult(
        Body(request, ProblemStatus.Of(code), code.ToWireForm(), $"Fault.{code}", []) with
        {
            Detail = season.Detail,
            Window = season.Window,
            LateRegistration = season.LateRegistration,
        }, retryAfter: null);

    private static ProblemBody Body(HttpRequest request, int status, string code, string titleKey, IReadOnlyList<ProblemError> errors) => new(
        $"urn:enrollment:problem:{code}", Texts.Get(titleKey, RequestLanguage.Of(request)), status, code,
        Activity.Current?.TraceId.ToHexString() ?? request.HttpContext.TraceIdentifier, errors);

    private static ProblemError ErrorOf(Fault fault, CultureInfo language) =>
        new(fault.Path, fault.Code.ToWireForm(), Texts.Get($"Fault.{fault.Code}", language));

    private static TimeSpan? RetryAfterOf(FaultCode code) => code switch
    {
        FaultCode.SubmissionInFlight => TimeSpan.FromSeconds(2),
        FaultCode.TemporarilyUnavailable => TimeSpan.FromSeconds(5),
        _ => null,
    };
}
