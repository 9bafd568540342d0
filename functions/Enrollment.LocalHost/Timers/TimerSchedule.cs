using NCrontab;

namespace Enrollment.LocalHost.Timers;

/// <summary>NCRONTAB of six fields, or of five with the second taken to be 0, in UTC.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(CrontabSchedule schedule) => _schedule = schedule;

    public static TimerSchedule Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 };
        return new TimerSchedule(CrontabSchedule.TryParse(text, options)
            ?? throw new InvalidOperationException($"'{text}' is not a six-field NCRONTAB schedule."));
    }

    public DateTimeOffset NextAfter(DateTimeOffset instant) => new(_schedule.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);
}
