namespace Enrollment.Domain.Applications;

/// <summary>What people do with an application that the registers could not settle (人工复核).</summary>
/// <param name="Claim">Who works on it now, and until when nobody else may; null when it is free.</param>
public sealed record ReviewCase(ReviewClaim? Claim);

/// <summary>A person's hold on a case; it expires by itself.</summary>
/// <param name="By">Who, as the identity provider knows them.</param>
/// <param name="Until">Until when.</param>
public sealed record ReviewClaim(string By, DateTimeOffset Until);
