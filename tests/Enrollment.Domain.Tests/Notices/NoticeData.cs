using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Tests.Notices;

/// <summary>Parents who are asked for something, and the times by which they are told.</summary>
internal static class NoticeData
{
    public static readonly NoticeSchedule Schedule = new(HasGateway: true, [], new QuietHours(TimeSpan.FromHours(21), TimeSpan.FromHours(8)),
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)], TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), TimeSpan.FromHours(4),
        [TimeSpan.FromHours(39), TimeSpan.FromHours(15)]);

    public static DateTimeOffset After(DateOnly day) => BureauDay.StartOf(day.AddDays(1));

    /// <summary>A moment of July 2026 in the bureau's zone.</summary>
    public static DateTimeOffset July(int day, int hour, int minute = 0) => new(2026, 7, day, hour, minute, 0, TimeSpan.FromHours(8));

    public static Application Asked(DateTimeOffset at, DateOnly lastDay) => TestData.Consistent().Submitted() with
    {
        Status = ApplicationStatus.CorrectionRequested,
        Correction = new CorrectionRequest([], at, lastDay, After(lastDay)),
    };

    public static NoticeDelivery Sms(DateTimeOffset at, NoticeKind kind = NoticeKind.Withdrawn) =>
        new(new Notice(7, kind, at, LastDay: null), NoticeChannel.Sms, new DeliveryState.Pending(at));
}
