using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Applications;

/// <summary>All defects of an application in one request (材料补正, DOMAIN.md 1.8). Unanswered, a person decides on what is on file.</summary>
/// <param name="Defects">What the claim lacks, and the papers that may cure it.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="LastDay">The last day to answer, in the bureau's calendar.</param>
/// <param name="DueAt">The moment after that day.</param>
public sealed record CorrectionRequest(IReadOnlyList<OpenPoint> Defects, DateTimeOffset RequestedAt, DateOnly LastDay, DateTimeOffset DueAt);
