using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>Settings <c>Lookups__*</c>: questions to departments that a parent waits for, before there is an application.</summary>
internal sealed class LookupOptions
{
    public const string Section = "Lookups";

    private const string Shortest = "00:00:00.010";
    private const string LongestWait = "00:00:30";
    private const string Month = "31.00:00:00";

    /// <summary>How long a parent waits; what has not come by then is named as missing.</summary>
    [Range(typeof(TimeSpan), Shortest, LongestWait)]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a department's answer is kept for a prefilled form; until then nobody is asked again.</summary>
    [Range(typeof(TimeSpan), Shortest, Month)]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a department that gave no answer is left alone by the same parent.</summary>
    [Range(typeof(TimeSpan), Shortest, Month)]
    public TimeSpan AskAgainAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a promised callback may take; then the question is put anew.</summary>
    [Range(typeof(TimeSpan), Shortest, Month)]
    public TimeSpan CallbackWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many years after the first possible one a child is still offered for enrollment.</summary>
    [Range(0, 10)]
    public int YearsLate { get; init; } = 2;
}
