using System.ComponentModel.DataAnnotations;
using Enrollment.Settings;

namespace Enrollment.Functions.Departments.Chaos;

/// <summary>Settings <c>Departments__{Department}__Chaos__*</c>: a bad day made on purpose, in Development only.</summary>
internal sealed class ChaosOptions
{
    /// <summary>The share of attempts whose connection breaks.</summary>
    [Range(0.0, 1.0), Setting(Unit = "share")]
    public double FaultRate { get; init; }

    /// <summary>The share of attempts that are answered with 503.</summary>
    [Range(0.0, 1.0), Setting(Unit = "share")]
    public double UnavailableRate { get; init; }

    /// <summary>The share of attempts that are held back first.</summary>
    [Range(0.0, 1.0), Setting(Unit = "share")]
    public double LatencyRate { get; init; }

    /// <summary>For how long they are held back.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan Latency { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When, after the start, nobody gets through any more.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan BlackoutAfter { get; init; }

    /// <summary>For how long nobody gets through.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan BlackoutFor { get; init; }

    /// <summary>The same seed meets the same attempts with the same misfortunes.</summary>
    public int Seed { get; init; } = 1;

    public bool IsOn() => FaultRate > 0 || UnavailableRate > 0 || LatencyRate > 0 || BlackoutFor > TimeSpan.Zero;
}
