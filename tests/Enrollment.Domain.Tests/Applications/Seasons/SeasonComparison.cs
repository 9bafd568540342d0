using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests.Verification.Histories;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>What is stored against what the official with the pencil has.</summary>
internal static class SeasonComparison
{
    public static void Holds(Application stored, SeasonModel model, long now)
    {
        if (stored.Status != model.Status || stored.Established != model.Established || stored.Authority != model.Authority)
            Assert.Fail($"{stored.Status} {stored.Established} {stored.Authority}, not {model.Status} {model.Established} {model.Authority}");
        if (Seconds(stored.NextDue(Cases.Schedule)) != model.NextLook)
            Assert.Fail($"due at {Seconds(stored.NextDue(Cases.Schedule))}, not {model.NextLook}, when {stored.Status}");
        DeskHolds(stored.Review ?? ReviewCase.Untouched, model.Desk, now);
        // Whom nobody asks any more, nobody looks at.
        foreach (var check in model.IsBeingVerified ? stored.Checks : [])
        {
            var clerk = model.ClerkOf(check.Department)!;
            if (check.Answer?.Body != (clerk.Usable is { } word ? HistoryFamily.BodyOf(check.Department, word) : null) || check.Epoch != clerk.Questions || Seconds(check.DueAt) != clerk.LookAt)
            {
                Assert.Fail($"{check.Department}: {check.Answer?.Body} {check.Epoch} {Seconds(check.DueAt)}, not {clerk.Usable} {clerk.Questions} {clerk.LookAt}");
            }
        }
    }

    private static void DeskHolds(ReviewCase review, SeasonDesk desk, long now)
    {
        if ((review.Claim?.By, review.Claim?.IsLive(Cases.Start + TimeSpan.FromSeconds(now)) ?? false) != (desk.Holder, desk.IsHeld(now)))
            Assert.Fail($"held by {review.Claim?.By} until {review.Claim?.Until}, not by {desk.Holder} until {desk.Until}");
        if ((review.Refusal?.By, review.Voiding?.By, review.Objection?.IsOpen ?? false, review.Deciders.Count) != (desk.RefusalBy, desk.VoidBy, desk.IsObjected, desk.Deciders))
            Assert.Fail($"refusal by {review.Refusal?.By}, void by {review.Voiding?.By}, {review.Deciders.Count} deciders, not {desk.RefusalBy}, {desk.VoidBy}, {desk.Deciders}");
    }

    private static long? Seconds(DateTimeOffset? moment) => (moment - Cases.Start)?.Ticks / TimeSpan.TicksPerSecond;
}
