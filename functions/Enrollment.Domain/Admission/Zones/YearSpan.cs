namespace Enrollment.Domain.Admission.Zones;

/// <summary>The intake years in which something holds, both ends included: notices change zones from one year to the next, and what held stays on record.</summary>
/// <param name="From">The first year.</param>
/// <param name="To">The last year; null while no end is known.</param>
public sealed record YearSpan(int From, int? To)
{
    /// <summary>Does it hold in that intake year?</summary>
    public bool Holds(int year) => year >= From && (To is not { } last || year <= last);
}
