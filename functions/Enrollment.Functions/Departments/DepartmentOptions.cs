using System.ComponentModel.DataAnnotations;
using Enrollment.Functions.Platform.Webhooks;

namespace Enrollment.Functions.Departments;

/// <summary>Settings <c>Departments__{Department}__*</c>: where a department is reached, and how much of a bad day it may cost us.</summary>
internal sealed class DepartmentOptions : IValidatableObject
{
    public const string Section = "Departments";
    private const string Shortest = "00:00:00.010";
    private const string Longest = "00:05:00";

    [Required]
    public Uri BaseAddress { get; init; } = null!;

    /// <summary>Signs our questions.</summary>
    [Required]
    public string RequestKey { get; init; } = "";

    /// <summary>Any of these may sign a callback; two are live while one replaces the other.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> CallbackKeys { get; init; } = [];

    /// <summary>Calls under way at once; four times as many may wait for their turn.</summary>
    [Range(1, 1000)]
    public int MaxConcurrency { get; init; } = 32;

    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>All attempts and the pauses between them. Whatever takes longer is a due row's business.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(10);

    [Range(0, 5)]
    public int Retries { get; init; } = 2;

    [Range(typeof(TimeSpan), "00:00:00", Longest)]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    [Range(typeof(TimeSpan), "00:00:00.500", Longest)]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(5);

    [Range(0.01, 1)]
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>Polly's default of 100 never opens the circuit of a department that is asked twice a second.</summary>
    [Range(2, 1000)]
    public int MinimumThroughput { get; init; } = 8;

    [Range(typeof(TimeSpan), "00:00:00.500", Longest)]
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(10);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new ValidationResult("BaseAddress is not an http address.");
        if (!CallbackKeys.Append(RequestKey).All(key => WebhookKey.TryParse(key, out _)))
            yield return new ValidationResult("A key is not whsec_ and base64 of 24 to 64 bytes.");
        if (AttemptTimeout > TotalTimeout)
            yield return new ValidationResult("AttemptTimeout is longer than TotalTimeout.");
    }
}
