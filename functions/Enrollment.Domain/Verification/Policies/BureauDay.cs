namespace Enrollment.Domain.Verification.Policies;

/// <summary>
/// The bureau's calendar day. China has had one zone, eight hours ahead of UTC, without summer time since 1992; written as a number so that
/// no machine's zone table can move a deadline.
/// </summary>
public static class BureauDay
{
    /// <summary>The only zone a policy may name.</summary>
    public const string TimeZone = "Asia/Shanghai";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day on which something happened.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The moment a day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
