using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>A category as the policy states it.</summary>
/// <param name="Code">The short code of DOMAIN.md 1.2, e.g. <c>C1</c>.</param>
/// <param name="Name">The category.</param>
/// <param name="Text">Its name as a parent reads it.</param>
/// <param name="Source">Where it is written, by the keys of DOMAIN.md.</param>
/// <param name="Kind">How a machine may come to it.</param>
/// <param name="Group">Its place in the order of allocation, 1 first; categories of one group stand equal.</param>
/// <param name="Requires">The rules that must all be satisfied.</param>
/// <param name="Papers">Papers that no register holds and a person must read, by their ids in the policy.</param>
/// <param name="FormParts">The optional parts of the form this category must fill in.</param>
/// <param name="Checks">Whom to ask what.</param>
public sealed record PolicyCategory(string Code, CategoryCode Name, LocalizedText Text, string Source, CategoryKind Kind, int Group,
    IReadOnlyList<RuleId> Requires, IReadOnlyList<string> Papers, IReadOnlyList<FormPart> FormParts, IReadOnlyList<CheckPlan> Checks)
{
    /// <summary>True when registers alone can prove it.</summary>
    public bool IsProvable => Papers.Count == 0 && Kind is not CategoryKind.Mark;

    /// <summary>True when a machine may establish it for this claim: ranked ones for every claim, the others only where they are claimed.</summary>
    public bool IsOpenTo(CategoryCode claimed) => IsProvable && (Kind is CategoryKind.Ranked || Name == claimed);
}

/// <summary>How a machine may come to a category.</summary>
public enum CategoryKind
{
    /// <summary>By the registers, whatever was claimed.</summary>
    Ranked,
    /// <summary>Only where the parent claims it; such a claim is never settled into another category.</summary>
    OnRequest,
    /// <summary>It accompanies the category a child has otherwise, and is none of its own.</summary>
    Mark,
}

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
