namespace Enrollment.Domain.Admission.Zones;

/// <summary>Two zones of one kind claim the same address in the same year (R10 forbids it).</summary>
/// <param name="Kind">The kind of both.</param>
/// <param name="First">The line that stands first in the list.</param>
/// <param name="Second">The other line.</param>
/// <param name="Where">The street or compound, and the first number both claim: no person's address.</param>
/// <param name="Year">The first year in which both hold.</param>
public sealed record ZoneOverlap(ZoneKind Kind, ClaimedLine First, ClaimedLine Second, string Where, int Year);

/// <summary>A zone's line.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Entry">Its line.</param>
public sealed record ClaimedLine(ZoneCode Zone, ZoneEntry Entry);
