using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>A rule as the policy states it.</summary>
/// <param name="Id">Which predicate judges it.</param>
/// <param name="Name">Its name among engineers and officials.</param>
/// <param name="Text">What it asks, as a parent reads it.</param>
/// <param name="Source">Where it is written, by the keys of DOMAIN.md.</param>
/// <param name="Parameters">Its numbers and dates.</param>
public sealed record PolicyRule(RuleId Id, string Name, LocalizedText Text, string Source, RuleParameters Parameters);
