using System.ComponentModel.DataAnnotations;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Verification;

/// <summary>The times of verification (section Verification); the defaults are a season's.</summary>
internal sealed class VerificationOptions : IValidatableObject
{
    public const string Section = "Verification";

    public TimeSpan FirstDue { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan RedriveAtMost { get; init; } = TimeSpan.FromSeconds(60);

    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [];

    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan CallbackDeadline { get; init; } = TimeSpan.FromHours(48);

    public TimeSpan RecheckEvery { get; init; } = TimeSpan.FromMinutes(15);

    // A configured list is appended to a default one by the binder, so the default cannot stand in the initializer.
    public VerificationSchedule Schedule => new(FirstDue, RedriveAtMost, RetryAfter.Count > 0 ? RetryAfter :
        [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)],
        GiveUpAfter, CallbackDeadline, RecheckEvery);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        TimeSpan[] all = [FirstDue, RedriveAtMost, GiveUpAfter, CallbackDeadline, RecheckEvery, .. RetryAfter];
        if (all.Any(time => time <= TimeSpan.Zero))
            yield return new ValidationResult("Every time of verification is positive.");
    }
}
