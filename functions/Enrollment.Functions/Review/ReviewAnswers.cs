using Enrollment.Domain;
using Enrollment.Domain.Review;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Review;

/// <summary>How an action on a case is answered.</summary>
internal static class ReviewAnswers
{
    public static IResult Of(HttpRequest request, ReviewCommit commit, DateTimeOffset now)
    {
        switch (commit)
        {
            case ReviewCommit.Done done:
                request.HttpContext.Response.Headers.ETag = done.Written.Version;
                request.HttpContext.Response.Headers.CacheControl = "no-store";
                return Results.Ok(CaseState.Of(done.Written.Application, now, RequestLanguage.Of(request)));
            case ReviewCommit.Lost:
                return Problems.Of(request, FaultCode.PreconditionFailed);
            case ReviewCommit.Refused refused:
                var (code, path) = FaultOf(refused.Reason);
                return path is null ? Problems.Of(request, code) : Problems.Of(request, [new Fault(code, path)]);
            default:
                throw new InvalidOperationException("ReviewCommit is closed.");
        }
    }

    private static (FaultCode Code, string? Path) FaultOf(ReviewRefusal refusal) => refusal switch
    {
        ReviewRefusal.NotPossible or ReviewRefusal.AlreadyProposed or ReviewRefusal.NothingProposed or ReviewRefusal.NoObjection
            or ReviewRefusal.SameAuthority => (FaultCode.ActionNotPossible, null),
        ReviewRefusal.ClaimedByAnother => (FaultCode.CaseClaimed, null),
        ReviewRefusal.NotClaimed => (FaultCode.CaseNotClaimed, null),
        ReviewRefusal.BureauDecides => (FaultCode.BureauDecides, null),
        ReviewRefusal.UnknownReason => (FaultCode.UnknownValue, "$.reason"),
        ReviewRefusal.NoSuchCheck => (FaultCode.UnknownValue, "$.department"),
        ReviewRefusal.RuleDoesNotFit => (FaultCode.UnknownValue, "$.rules"),
        ReviewRefusal.NothingToAskFor => (FaultCode.UnknownValue, "$.defects"),
        ReviewRefusal.CategoryDoesNotFit => (FaultCode.UnknownValue, "$.category"),
        ReviewRefusal.RefusalNeedsTwoPeople => (FaultCode.RefusalNeedsTwoPeople, null),
        ReviewRefusal.SecondPersonNeeded => (FaultCode.SecondPersonNeeded, null),
        ReviewRefusal.DeferralNotRequested => (FaultCode.DeferralNotRequested, null),
        ReviewRefusal.AnotherReviewerNeeded => (FaultCode.AnotherReviewerNeeded, null),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
