namespace Enrollment.Domain.Placement.Reporting;

/// <summary>Where a placement lies among random lots of the same roster.</summary>
/// <param name="Better">How many lots differ less between classes.</param>
/// <param name="Equal">How many as much.</param>
/// <param name="Worse">How many more.</param>
public sealed record Standing(int Better, int Equal, int Worse);
