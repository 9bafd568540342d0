namespace Enrollment.LocalHost.Timers;

internal sealed record TimerPlan(TimerSchedule Schedule, bool RunOnStartup, bool UseMonitor);
