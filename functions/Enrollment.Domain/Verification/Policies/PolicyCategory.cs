using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>A category as the policy states it.</summary>
/// <param name="Code">The short code of DOMAIN.md 1.2, e.g. <c>C1</c>.</param>
/// <param name="Name">The category.</param>
/// <param name="Text">Its name as a parent reads it.</param>
/// <param name="Requires">The rules that must all be satisfied.</param>
/// <param name="FormParts">The optional parts of the form this category must fill in.</param>
/// <param name="Checks">Whom to ask what.</param>
public sealed record PolicyCategory(string Code, CategoryCode Name, LocalizedText Text, IReadOnlyList<RuleId> Requires,
    IReadOnlyList<FormPart> FormParts, IReadOnlyList<CheckPlan> Checks);

/// <summary>The parts of the form that only some categories need, under the form's names.</summary>
public enum FormPart
{
    /// <summary><c>household</c>.</summary>
    Household,
    /// <summary><c>property</c>.</summary>
    Property,
    /// <summary><c>migrant</c>.</summary>
    Migrant,
    /// <summary><c>tenancy</c>.</summary>
    Tenancy,
}
