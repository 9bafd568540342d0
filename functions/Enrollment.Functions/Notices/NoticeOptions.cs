using System.ComponentModel.DataAnnotations;
using Enrollment.Domain.Notices;
using Enrollment.Functions.Platform.Webhooks;
using Enrollment.Settings;

namespace Enrollment.Functions.Notices;

/// <summary>Settings <c>Notices__*</c>: what parents are told outside their inbox, when, and over which gateway.</summary>
internal sealed class NoticeOptions : IValidatableObject
{
    public const string Section = "Notices";

    // A configured list is appended to a default one by the binder, so the default cannot stand in the initializer.
    public static readonly IReadOnlyList<TimeSpan> UsualPauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3)];

    /// <summary>Where the gateway for text messages and calls answers; `notices` follows it. Without one, notices stand in the inbox only.</summary>
    public Uri? Gateway { get; init; }

    /// <summary>Signs what is sent to the gateway.</summary>
    [Setting(Unit = "`whsec_` and base64 of 24 to 64 bytes", Secret = true)]
    public string? GatewayKey { get; init; }

    /// <summary>The language of text messages and calls; the inbox follows its reader.</summary>
    public NoticeLanguage Language { get; init; } = NoticeLanguage.Chinese;

    /// <summary>What goes by text message beside the usual (docs/notices.md): each costs about five storage operations.</summary>
    public IReadOnlyList<NoticeKind> AlsoBySms { get; init; } = [];

    /// <summary>From this time of day in the bureau's zone no phone rings.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan QuietFrom { get; init; } = TimeSpan.FromHours(21);

    /// <summary>Until this time of day; the same as QuietFrom for never quiet.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan QuietUntil { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How long before a deadline ends (the midnight after its last day) the parent is reminded; 39 hours are nine o'clock on the day before the last.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan RemindBefore { get; init; } = TimeSpan.FromHours(39);

    /// <summary>How long before it the parent is called; 15 hours are nine o'clock on the last day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan CallBefore { get; init; } = TimeSpan.FromHours(15);

    /// <summary>The pauses after attempts that failed; the last repeats.</summary>
    [Setting(DefaultMember = nameof(UsualPauses))]
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [];

    /// <summary>For how long a text message is tried; then a person calls. The gateway must know a message's id for longer.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "6.00:00:00")]
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>For how long a call is tried to be handed over; then a person calls.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "6.00:00:00")]
    public TimeSpan CallGiveUpAfter { get; init; } = TimeSpan.FromHours(4);

    /// <summary>After which time a claimed attempt counts as dead, and the next one asks the gateway what became of it.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one call to the gateway may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Calls under way at once; four times as many may wait for their turn.</summary>
    [Range(1, 1000), Setting(Unit = "calls")]
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>How long an open circuit lets nobody through.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:05:00")]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    public NoticeSchedule Schedule => new(Gateway is not null, AlsoBySms, new QuietHours(QuietFrom, QuietUntil),
        RetryAfter.Count > 0 ? RetryAfter : UsualPauses, AnswerWithin, GiveUpAfter, CallGiveUpAfter, [RemindBefore, CallBefore]);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Gateway is { } address && address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new ValidationResult("is not an http address", [nameof(Gateway)]);
        if (Gateway is null && GatewayKey is not null)
            yield return new ValidationResult("is missing, and GatewayKey is there", [nameof(Gateway)]);
        if (Gateway is not null && !WebhookKey.TryParse(GatewayKey, out _))
            yield return new ValidationResult("is not whsec_ and base64 of 24 to 64 bytes", [nameof(GatewayKey)]);
        if (AlsoBySms.Contains(NoticeKind.Received))
            yield return new ValidationResult("cannot be Received: the answer to the parent's own request says so", [nameof(AlsoBySms)]);
        if (RemindBefore <= CallBefore)
            yield return new ValidationResult("is not longer than CallBefore", [nameof(RemindBefore)]);
        if (AnswerWithin < AttemptTimeout * 2)
            yield return new ValidationResult("is not twice AttemptTimeout: an attempt asks and sends", [nameof(AnswerWithin)]);
        for (var place = 0; place < RetryAfter.Count; place++)
        {
            if (RetryAfter[place] <= TimeSpan.Zero)
                yield return new ValidationResult("is not more than no time", [$"{nameof(RetryAfter)}__{place}"]);
        }
    }
}

/// <summary>A language of texts.</summary>
internal enum NoticeLanguage
{
    /// <summary>Simplified Chinese.</summary>
    Chinese,
    /// <summary>English.</summary>
    English,
}
