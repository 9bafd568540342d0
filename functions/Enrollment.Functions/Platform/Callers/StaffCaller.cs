using Enrollment.Domain.Applications;

namespace Enrollment.Functions.Platform.Callers;

/// <summary>A member of staff whom a valid bearer token names.</summary>
/// <param name="Subject">Who, as the identity provider knows them.</param>
/// <param name="School">The code of their school; null for the bureau's staff.</param>
internal sealed record StaffCaller(string Subject, string? School)
{
    /// <summary>The education authority they belong to; only a token that says so makes somebody the city's.</summary>
    public Authority Authority { get; init; } = Authority.District;

    public const string SchoolRole = "school";
    public const string BureauRole = "bureau";
    public const string AuthorityClaim = "authority";

    public bool IsBureau => School is null;

    /// <summary>The bureau acts for every school, a school for itself.</summary>
    public bool ActsFor(string school) => IsBureau || School == school;
}
