using System.Globalization;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.Benchmarks.Departments;

/// <summary>How long the checks of the two well departments took, by department, in order of length.</summary>
internal sealed record CheckTimes(IReadOnlyDictionary<Department, IReadOnlyList<TimeSpan>> Times)
{
    public static readonly IReadOnlyList<Department> Well = [Department.Police, Department.CivilAffairs];

    public TimeSpan Median(Department department) => Times[department][Times[department].Count / 2];

    public static CheckTimes Of(IEnumerable<(Department Department, TimeSpan Time)> times)
    {
        var all = times.ToLookup(time => time.Department, time => time.Time);
        return new CheckTimes(Well.ToDictionary(department => department, IReadOnlyList<TimeSpan> (department) => [.. all[department].Order()]));
    }

    /// <summary>The events of an application tell when its checks were queued and when each was answered, by the service's own clock.</summary>
    public static IReadOnlyList<(Department, TimeSpan)>? In(IEnumerable<CheckEvent> events)
    {
        var all = events.ToList();
        if (all.FirstOrDefault(happened => happened.Kind == "VerificationStarted") is not { } queued)
            return null;
        var answered = Well.Select(department => (department, all.FirstOrDefault(happened => happened.Kind == "CheckAnswered" && happened.Department == department.ToString()))).ToList();
        return answered.Any(one => one.Item2 is null) ? null : [.. answered.Select(one => (one.department, one.Item2!.At - queued.At))];
    }

    public static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    public static Task WriteAsync(CheckTimes good, CheckTimes bad, FileInfo file, CancellationToken cancellation) => File.WriteAllTextAsync(file.FullName,
        JsonSerializer.Serialize(Well.ToDictionary(department => department.ToString(), department => new
        {
            goodMedianMs = good.Median(department).TotalMilliseconds,
            badMedianMs = bad.Median(department).TotalMilliseconds,
            ratio = bad.Median(department) / good.Median(department),
            checks = good.Times[department].Count + bad.Times[department].Count,
        })) + "\n", cancellation);
}

/// <summary>What an event row says without its encrypted part.</summary>
internal sealed record CheckEvent(string Kind, DateTimeOffset At, string? Department);
