namespace Enrollment.Domain.Admission.Lists;

/// <summary>A group of the published order, with the sub-orders inside it.</summary>
/// <param name="Code">1 to 40 letters, digits, hyphens and underscores; usually a category of DOMAIN.md 1.2.</param>
/// <param name="SubOrders">
/// Compared one after the other; each lists its levels, best first. Jinjiang's first group has one: <c>original home60 small</c>.
/// </param>
public sealed record OrderGroup(string Code, IReadOnlyList<IReadOnlyList<string>> SubOrders);
