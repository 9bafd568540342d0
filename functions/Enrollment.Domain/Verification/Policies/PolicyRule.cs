using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>A rule as the policy states it.</summary>
/// <param name="Id">Which predicate judges it.</param>
/// <param name="Name">Its name among engineers and officials.</param>
/// <param name="Text">What it asks, as a parent reads it.</param>
/// <param name="Source">Where it is written, by the keys of DOMAIN.md.</param>
/// <param name="JudgedAt">Which step of the season it belongs to.</param>
/// <param name="Miss">What follows when it is not satisfied.</param>
/// <param name="Parameters">Its numbers and dates.</param>
public sealed record PolicyRule(RuleId Id, string Name, LocalizedText Text, string Source, RuleStage JudgedAt, RuleMiss Miss, RuleParameters Parameters)
{
    /// <summary>True when the rule is judged by what this department's register says.</summary>
    public bool RestsOn(Department department) => PolicyChecks.QuestionsNeeded(this).Any(anyOf => anyOf.Any(question => CheckPlan.DepartmentOf(question) == department));
}

/// <summary>What follows when a rule is not satisfied. Never a refusal.</summary>
/// <param name="NotSatisfied">When the registers speak against it.</param>
/// <param name="Unknown">When they do not speak, though they were asked and answered.</param>
/// <param name="Papers">The papers that may cure it, by their ids in the policy; there are some where a parent is asked for evidence.</param>
public sealed record RuleMiss(MissMeaning NotSatisfied, MissMeaning Unknown, IReadOnlyList<string> Papers)
{
    /// <summary>What a finding of the rule means; null when it is satisfied.</summary>
    public MissMeaning? MeaningOf(RuleResult result) => result switch
    {
        RuleResult.Satisfied => null,
        RuleResult.NotSatisfied => NotSatisfied,
        RuleResult.Unknown => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}

/// <summary>What a mismatch means.</summary>
public enum MissMeaning
{
    /// <summary>The parent is asked for papers.</summary>
    Evidence,
    /// <summary>The child may belong to another category, which a person confirms.</summary>
    OtherCategory,
    /// <summary>A person decides.</summary>
    Person,
}

/// <summary>The step of the season at which a rule is judged.</summary>
public enum RuleStage
{
    /// <summary>When the application is taken.</summary>
    Submission,
    /// <summary>When the category is established.</summary>
    Category,
    /// <summary>When a place at a school is given.</summary>
    Admission,
}
