using System.ComponentModel.DataAnnotations;
using Enrollment.Functions.Platform.Webhooks;
using Enrollment.Settings;

namespace Enrollment.Functions.Applications.Correcting;

/// <summary>Settings <c>Evidence__*</c>: how much a parent may upload, and who looks for malware in it.</summary>
internal sealed class EvidenceOptions : IValidatableObject
{
    public const string Section = "Evidence";

    /// <summary>The largest file.</summary>
    [Range(1024, 20 * 1024 * 1024), Setting(Unit = "bytes")]
    public int MaxBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>The most files of one application.</summary>
    [Range(1, 100), Setting(Unit = "files")]
    public int MaxFiles { get; init; } = 20;

    /// <summary>How long an upload grant holds.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan GrantLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where the malware scanner answers; `scan` follows it. Without one, files wait and no staff sees them.</summary>
    public Uri? Scanner { get; init; }

    /// <summary>Signs what is sent to the scanner.</summary>
    [Setting(Unit = "`whsec_` and base64 of 24 to 64 bytes", Secret = true)]
    public string? ScannerKey { get; init; }

    /// <summary>How long one scan may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ScanTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When a file is scanned again after the scanner did not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RescanAfter { get; init; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Scanner is { } address && address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new ValidationResult("is not an http address", [nameof(Scanner)]);
        if (Scanner is null && ScannerKey is not null)
            yield return new ValidationResult("is missing, though its key is there", [nameof(Scanner)]);
        if (Scanner is not null && !WebhookKey.TryParse(ScannerKey, out _))
            yield return new ValidationResult("is not whsec_ and base64 of 24 to 64 bytes", [nameof(ScannerKey)]);
    }
}
