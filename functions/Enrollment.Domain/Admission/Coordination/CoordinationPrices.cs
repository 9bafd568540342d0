namespace Enrollment.Domain.Admission.Coordination;

/// <summary>
/// Prices in meters that prove a placement cheapest. A school's is what the sum of all walks would fall by if it had one more seat; an area's,
/// the least of walk plus price over the schools open to it. No smaller prices of schools prove the same, so a problem has only these.
/// </summary>
/// <param name="Areas">For each area; 0 where every school is barred.</param>
/// <param name="Schools">For each school: 0 or more, and 0 where a seat stays free.</param>
public sealed record CoordinationPrices(IReadOnlyList<long> Areas, IReadOnlyList<long> Schools);
