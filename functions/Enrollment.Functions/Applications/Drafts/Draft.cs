using Azure;
using Enrollment.Functions.Applications.Submitting;

namespace Enrollment.Functions.Applications.Drafts;

/// <summary>A form saved and not submitted, as it was read.</summary>
internal sealed record Draft(string Id, string Slot, ApplicationRequest Form, DateTimeOffset SavedAt, ETag ETag)
{
    /// <summary>The version a parent sees and sends back in If-Match.</summary>
    public string Version => ETag.ToString("H").Replace("W/", "", StringComparison.Ordinal);

    public override string ToString() => $"Draft {{ {Id} }}";
}
