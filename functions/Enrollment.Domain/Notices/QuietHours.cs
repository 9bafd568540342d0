using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Notices;

/// <summary>When nobody's phone rings because of us, in the bureau's time.</summary>
/// <param name="From">When the quiet begins, as time of day.</param>
/// <param name="Until">When it ends; the next day's where it is not after <paramref name="From"/>. The same as <paramref name="From"/>: never quiet.</param>
public sealed record QuietHours(TimeSpan From, TimeSpan Until)
{
    /// <summary>No quiet at all.</summary>
    public static QuietHours None { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The first moment, not before this one, at which a phone may ring.</summary>
    public DateTimeOffset Next(DateTimeOffset at)
    {
        var day = BureauDay.StartOf(BureauDay.Of(at));
        var time = at - day;
        return IsQuiet(time) ? day + (time < Until ? Until : Until + TimeSpan.FromDays(1)) : at;
    }

    private bool IsQuiet(TimeSpan time) => From <= Until ? From <= time && time < Until : time >= From || time < Until;
}
