using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Tests.Platform.Http;

public sealed class ProblemStatusTests
{
    [Fact]
    public void Of_EveryCode_IsWhatTheContractPublishes()
    {
        var published = Enum.GetValues<FaultCode>().GroupBy(ProblemStatus.Of).OrderBy(group => group.Key)
            .Select(group => $"{group.Key}: {string.Join(' ', group.Select(code => code.ToWireForm()))}");

        Assert.Equal(
            [
                "400: malformed-json unknown-field duplicate-field wrong-type idempotency-key-malformed callback-malformed purpose-missing",
                "401: unauthenticated callback-signature-invalid",
                "403: grant-invalid",
                "404: not-found",
                "409: round-exists round-not-prepared offers-being-made window-not-open window-closed child-already-applied "
                    + "submission-in-flight action-not-possible callback-unknown placement-exists draw-not-sealed draw-already-sealed "
                    + "draw-not-committed draw-already-committed draw-not-drawn draw-already-drawn draw-being-drawn void-not-requested "
                    + "void-already-requested second-person-needed draw-is-void late-row-twice no-class-has-room too-many-drafts case-claimed "
                    + "case-not-claimed bureau-decides refusal-needs-two-people another-reviewer-needed deferral-not-requested "
                    + "nothing-to-object-to objection-too-late objection-already-raised evidence-too-many grant-used evidence-not-scanned "
                    + "evidence-infected step-not-due already-replayed message-unusable",
                "410: grant-expired",
                "412: precondition-failed",
                "413: body-too-large evidence-too-large",
                "415: unsupported-media-type evidence-type-unsupported",
                "422: required too-long forbidden-characters unknown-value identity-number-length identity-number-characters "
                    + "identity-number-region identity-number-birth-date identity-number-check-digit identity-number-synthetic "
                    + "credit-code-invalid phone-invalid date-in-future birth-date-disagrees-with-number sex-disagrees-with-number "
                    + "child-is-guardian guardians-are-one-person guardian-too-young guardian-is-not-caller admission-list-faulty "
                    + "statement-not-accepted intake-year-not-open category-part-missing idempotency-key-reused entropy-malformed "
                    + "entropy-too-short digest-malformed roster-faulty rules-conflict draw-secret-not-committed late-link-wrong "
                    + "unit-number-malformed household-list-faulty place-list-faulty paper-not-asked evidence-not-as-granted evidence-malformed "
                    + "evidence-too-many-pixels evidence-active-content evidence-hidden-content evidence-unknown identity-cannot-change "
                    + "nothing-resubmitted",
                "428: precondition-required",
                "429: too-many-dry-runs",
                "503: temporarily-unavailable",
            ],
            published, StringComparer.Ordinal);
    }
}
