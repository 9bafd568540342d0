using System.ComponentModel.DataAnnotations;
using Enrollment.Functions.Departments.Chaos;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Webhooks;
using Enrollment.Settings;

namespace Enrollment.Functions.Departments;

/// <summary>Settings <c>Departments__{Department}__*</c>: where a department is reached, and how much of a bad day it may cost us.</summary>
internal sealed class DepartmentOptions : IValidatableObject
{
    public const string Section = "Departments";
    private const string Shortest = "00:00:00.010";
    private const string Longest = "00:05:00";
    private const string Key = "`whsec_` and base64 of 24 to 64 bytes";
    private const string NoKey = "is not whsec_ and base64 of 24 to 64 bytes";

    /// <summary>How the department is asked: over HTTP, or by files through blob storage.</summary>
    public DepartmentMode Mode { get; init; } = DepartmentMode.Call;

    /// <summary>When files are exchanged, where they are.</summary>
    public FileExchangeOptions Files { get; init; } = new();

    /// <summary>Where the department answers; its paths follow it. Asked by files, it needs one all the same, to be called again some day.</summary>
    [Required]
    public Uri BaseAddress { get; init; } = null!;

    /// <summary>Signs our questions; those in files are sealed with it.</summary>
    [Required, Setting(Unit = Key, Secret = true)]
    public string RequestKey { get; init; } = "";

    /// <summary>Any of these may sign a callback, or seal an answer in a file; two are live while one replaces the other.</summary>
    [MinLength(1), Setting(Unit = Key, Secret = true)]
    public IReadOnlyList<string> CallbackKeys { get; init; } = [];

    /// <summary>Calls under way at once; four times as many may wait for their turn.</summary>
    [Range(1, 1000), Setting(Unit = "calls")]
    public int MaxConcurrency { get; init; } = 32;

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>All attempts and the pauses between them. Whatever takes longer is a due row's business.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after the first.</summary>
    [Range(0, 5), Setting(Unit = "attempts")]
    public int Retries { get; init; } = 2;

    /// <summary>The pause before the first retry; then exponential, with jitter. Retry-After is honored within TotalTimeout.</summary>
    [Range(typeof(TimeSpan), "00:00:00", Longest)]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long an open circuit lets nobody through.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", Longest)]
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The share of failed attempts that opens the circuit.</summary>
    [Range(0.01, 1), Setting(Unit = "share")]
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>Attempts within SamplingDuration below which the circuit stays closed.</summary>
    // Polly's default of 100 never opens the circuit of a department that is asked twice a second.
    [Range(2, 1000), Setting(Unit = "attempts")]
    public int MinimumThroughput { get; init; } = 8;

    /// <summary>The time over which failures are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", Longest)]
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Misfortunes for tests and demos.</summary>
    public ChaosOptions Chaos { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new ValidationResult("is not an http address", [nameof(BaseAddress)]);
        if (!WebhookKey.TryParse(RequestKey, out _))
            yield return new ValidationResult(NoKey, [nameof(RequestKey)]);
        for (var place = 0; place < CallbackKeys.Count; place++)
        {
            if (!WebhookKey.TryParse(CallbackKeys[place], out _))
                yield return new ValidationResult(NoKey, [$"{nameof(CallbackKeys)}__{place}"]);
        }
        if (AttemptTimeout > TotalTimeout)
            yield return new ValidationResult("is longer than TotalTimeout", [nameof(AttemptTimeout), nameof(TotalTimeout)]);
    }
}
