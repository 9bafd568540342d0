using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform;

namespace Enrollment.Functions.Verification;

/// <summary>Tells traces and metrics that a committed change settled an application, asked its parent for papers, or handed it to a person.</summary>
internal static class Settlement
{
    public static void Tell(Application before, Application after)
    {
        // What came after a request for correction took the parent's time, not ours.
        if (after.Status == before.Status || before.Correction is not null
            || after.Status is not (ApplicationStatus.Verified or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested))
        {
            return;
        }
        Measures.SettleTime.Record((after.UpdatedAt - after.SubmittedAt).TotalSeconds, Measures.OfCategory(after.Form.Category), Measures.WithStatus(after.Status));
        using var settled = Tracing.Mark("Settled");
        settled?.SetTag(Tracing.Status, after.Status.ToString()).SetTag(Tracing.Category, after.Form.Category.ToString());
    }
}
