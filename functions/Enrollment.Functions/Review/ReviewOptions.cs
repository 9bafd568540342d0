using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions.Review;

/// <summary>Settings <c>Review__*</c>: how people share the cases.</summary>
internal sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>How long a case is held for who claims it; then anybody may take it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ClaimFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a row without a case stays on a work list: longer than any commit takes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan StaleRowsStay { get; init; } = TimeSpan.FromMinutes(10);
}
