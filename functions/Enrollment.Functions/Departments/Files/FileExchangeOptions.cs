using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Departments.Files;

/// <summary>Settings <c>Departments__{Department}__Files__*</c>: when files are exchanged, of a department that is asked by files.</summary>
internal sealed class FileExchangeOptions
{
    /// <summary>When a file of questions is due: at this time of the bureau's day (UTC+8), and then every Every.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan At { get; init; } = TimeSpan.FromHours(20);

    /// <summary>How often a file of questions is due.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Questions in one file; the rest go into the next.</summary>
    [Range(1, 10_000), Setting(Unit = "questions")]
    public int MaxRows { get; init; } = 5000;

    /// <summary>How long a file is kept.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The last moment up to which questions are put into a file that is due now.</summary>
    public DateTimeOffset DueBefore(DateTimeOffset now)
    {
        var first = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)) + At;
        return first + (Every * Math.Floor((now - first) / Every));
    }
}
