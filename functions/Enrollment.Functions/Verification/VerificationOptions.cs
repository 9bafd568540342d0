using System.ComponentModel.DataAnnotations;
using Enrollment.Domain.Verification;
using Enrollment.Settings;

namespace Enrollment.Functions.Verification;

/// <summary>Settings <c>Verification__*</c>: the times of verification; the defaults are a season's.</summary>
internal sealed class VerificationOptions : IValidatableObject
{
    public const string Section = "Verification";

    // A configured list is appended to a default one by the binder, so the default cannot stand in the initializer.
    // A department that is back must have answered everything a minute later (P15): whoever meets the probe waits once more, and the sweep
    // comes every 15 seconds. An open circuit asks nobody, so the short pauses cost storage, not the department.
    public static readonly IReadOnlyList<TimeSpan> UsualPauses = [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(25)];

    /// <summary>When a step counts as lost and is sent again.</summary>
    public TimeSpan FirstDue { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest pause between two redrives.</summary>
    public TimeSpan RedriveAtMost { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pauses after unreachable attempts; the last repeats.</summary>
    [Setting(DefaultMember = nameof(UsualPauses))]
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [];

    /// <summary>Then the check is `SourceUnavailable` and a person looks.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a promised callback may take; then the department is asked again, once.</summary>
    public TimeSpan CallbackDeadline { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How often an unavailable department is asked again.</summary>
    public TimeSpan RecheckEvery { get; init; } = TimeSpan.FromMinutes(15);

    public VerificationSchedule Schedule => new(FirstDue, RedriveAtMost, RetryAfter.Count > 0 ? RetryAfter : UsualPauses, GiveUpAfter, CallbackDeadline, RecheckEvery);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, TimeSpan Time)[] all =
        [
            (nameof(FirstDue), FirstDue), (nameof(RedriveAtMost), RedriveAtMost), (nameof(GiveUpAfter), GiveUpAfter),
            (nameof(CallbackDeadline), CallbackDeadline), (nameof(RecheckEvery), RecheckEvery),
            .. RetryAfter.Select((time, place) => ($"{nameof(RetryAfter)}__{place}", time)),
        ];
        return all.Where(entry => entry.Time <= TimeSpan.Zero).Select(entry => new ValidationResult("is not more than no time", [entry.Name]));
    }
}
