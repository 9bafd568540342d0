using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Review;

/// <summary>A member of staff's way to cases: not there, another authority's and another school's look the same.</summary>
internal sealed class ReviewCases(CallerTokens callers, ApplicationStore applications)
{
    /// <summary>The case and who asks for it; or the answer that says why not.</summary>
    public async Task<FoundCase> FindAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await callers.AuthenticateStaffAsync(request, cancellationToken) is not { } staff)
            return new FoundCase.Refused(Problems.Of(request, FaultCode.Unauthenticated));
        return ApplicationId.TryParse(id, out var parsed) && await applications.FindAsync(parsed!, cancellationToken) is { } stored && Concerns(staff, stored.Application)
            ? new FoundCase.Found(staff, stored)
            : new FoundCase.Refused(Problems.Of(request, FaultCode.NotFound));
    }

    /// <summary>As <see cref="FindAsync"/>, for who acts on the version they have seen.</summary>
    public async Task<FoundCase> FindVersionAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        await FindAsync(request, id, cancellationToken) switch
        {
            FoundCase.Found when request.Headers.IfMatch.Count == 0 => new FoundCase.Refused(Problems.Of(request, FaultCode.PreconditionRequired)),
            FoundCase.Found found when !EntityTags.Means(request, found.Stored.Version) => new FoundCase.Refused(Problems.Of(request, FaultCode.PreconditionFailed)),
            var other => other,
        };

    public Task<StaffCaller?> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken) => callers.AuthenticateStaffAsync(request, cancellationToken);

    /// <summary>Whether somebody may see the file: the bureau that of its authority, a school those of its own area.</summary>
    public static bool Concerns(StaffCaller staff, Application application) =>
        staff.IsBureau ? application.Authority == staff.Authority : application.School is { } school && school == staff.School;
}

/// <summary>What came of looking for a case. Closed.</summary>
internal abstract record FoundCase
{
    private FoundCase()
    {
    }

    public sealed record Found(StaffCaller Staff, StoredApplication Stored) : FoundCase;

    public sealed record Refused(IResult Answer) : FoundCase;
}
