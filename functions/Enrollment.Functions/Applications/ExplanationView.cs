using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Correcting;
using Enrollment.Domain.Verification.Explaining;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Review;

namespace Enrollment.Functions.Applications;

/// <summary>Why an application stands where it stands: texts for the parent, codes for machines, nobody's name or number.</summary>
internal sealed record ExplanationView(string Id, string Status, string StatusText, string Summary, string PolicyId, string? PolicyDigest,
    IReadOnlyList<TriedCategoryView> Categories, IReadOnlyList<TriedRuleView> Rules, CounterfactualView? WouldHaveChanged, PersonDecisionView? Decision, ObjectionView? Objection)
{
    /// <summary>Which office can correct which record, while the case is open: a parent whose papers are right goes there (DOMAIN.md 1.8).</summary>
    public required IReadOnlyList<DryRuns.CorrectionView> Corrections { get; init; }

    public static ExplanationView Of(Application application, Policy policy, CultureInfo language) => new(application.Id.Value,
        application.Status.ToString(), Texts.Get($"Status.{application.Status}", language), ApplicationView.Explain(application, policy, language),
        policy.Id, application.DecidedBy?.ToString(), [.. TriedCategoryView.All(application, policy, language)],
        [.. application.Findings.Select(finding => TriedRuleView.Of(finding, application, policy, language))],
        CounterfactualView.Of(application, policy, language), PersonDecisionView.Of(application, policy, language),
        ObjectionView.Of(application.Review?.Objection, policy, language))
    {
        Corrections = application.IsBeingVerified
            ? [.. RecordCorrections.Of(policy, application.Form.Category, application.Findings).Select(correction => DryRuns.CorrectionView.Of(correction, language))]
            : [],
    };
}

/// <summary>A category that was tried: the claimed, the established or the proposed one.</summary>
/// <param name="Category">Which.</param>
/// <param name="Roles">What it is to the application.</param>
/// <param name="Holds">Whether all its rules are satisfied and no paper has to be read.</param>
/// <param name="Requires">Its rules.</param>
/// <param name="Papers">Papers that no register holds and a person reads.</param>
internal sealed record TriedCategoryView(CategoryView Category, IReadOnlyList<string> Roles, bool Holds, IReadOnlyList<string> Requires, IReadOnlyList<string> Papers)
{
    public static IEnumerable<TriedCategoryView> All(Application application, Policy policy, CultureInfo language)
    {
        (string Role, CategoryCode? Category)[] roles = [("Claimed", application.Form.Category), ("Established", application.Established), ("Proposed", application.Proposed)];
        return roles.Where(role => role.Category is not null).GroupBy(role => role.Category!.Value)
            .Select(group => Of(policy.Category(group.Key), [.. group.Select(role => role.Role)], application.Findings, policy, language));
    }

    private static TriedCategoryView Of(PolicyCategory category, IReadOnlyList<string> roles, IReadOnlyList<RuleFinding> findings, Policy policy, CultureInfo language) => new(
        CategoryView.Of(category.Name, policy, language)!, roles,
        category.IsProvable && category.Requires.All(rule => findings.Any(finding => finding.Rule == rule && finding.Result is RuleResult.Satisfied)),
        [.. category.Requires.Select(rule => rule.ToString())], [.. category.Papers.Select(paper => policy.Paper(paper).Text.In(language))]);
}

/// <summary>A rule that was tried, the fact it used, and where that fact came from.</summary>
internal sealed record TriedRuleView(string Id, string Text, string Source, string Result, string ResultText, string Reason, string Fact, OriginView Origin)
{
    public static TriedRuleView Of(RuleFinding finding, Application application, Policy policy, CultureInfo language)
    {
        var rule = policy.Rule(finding.Rule);
        return new TriedRuleView(finding.Rule.ToString(), rule.Text.In(language), rule.Source, finding.Result.ToString(), Texts.Get($"Result.{finding.Result}", language),
            finding.Reason.ToString(), DecisionTexts.Fact(finding, policy, language), OriginView.Of(finding, application, language));
    }
}

/// <summary>Where a fact came from: a department's register, or the form.</summary>
/// <param name="Kind"><c>Register</c>, <c>Form</c>, or <c>Person</c> where a member of staff decided.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Department">Whose register.</param>
/// <param name="SourceSystem">The register's own name.</param>
/// <param name="AsOf">Up to which day the register was complete; of the form, the day it was submitted.</param>
/// <param name="AnsweredAt">When the department answered.</param>
internal sealed record OriginView(string Kind, string Text, string? Department, string? SourceSystem, DateOnly? AsOf, DateTimeOffset? AnsweredAt)
{
    public static OriginView Of(RuleFinding finding, Application application, CultureInfo language)
    {
        if (finding.Source is not { } department)
            return new OriginView("Form", Texts.Get("Origin.Form", language), Department: null, SourceSystem: null, BureauDay.Of(application.SubmittedAt), AnsweredAt: null);
        if (DecisionTexts.IsOfPerson(finding.Reason))
            return new OriginView("Person", Texts.Get("Origin.Person", language), department.ToString(), SourceSystem: null, AsOf: null, application.CheckOf(department)?.Person?.At);
        var answer = application.CheckOf(department)?.Answer;
        return new OriginView("Register", Texts.Get($"Department.{department}", language), department.ToString(), answer?.Report?.SourceSystem,
            finding.DataAsOf, answer?.ReceivedAt);
    }
}

/// <summary>The smallest set of facts that would have led to a better category.</summary>
internal sealed record CounterfactualView(CategoryView Category, bool NeedsPerson, string Text, IReadOnlyList<FactChangeView> Facts)
{
    public static CounterfactualView? Of(Application application, Policy policy, CultureInfo language)
    {
        if (Situation.Of(application, policy) is not { } situation || WhatWouldHaveChanged.Find(situation, application.Established) is not { } found)
            return null;
        var category = CategoryView.Of(found.Leads, policy, language)!;
        return new CounterfactualView(category, found.NeedsPerson, Texts.Get(found.NeedsPerson ? "Changed.ByAPerson" : "Changed.Established", language, category.Text),
            [.. found.Changes.Select(change => FactChangeView.Of(change, application, policy, language))]);
    }
}

/// <summary>One fact that would have had to be otherwise.</summary>
/// <param name="Code">Which, for machines.</param>
/// <param name="Text">The same for the parent.</param>
/// <param name="Category">The category to have claimed, where the fact is the claim.</param>
/// <param name="Awaits">The department that has not said yet whether it is so.</param>
internal sealed record FactChangeView(string Code, string Text, CategoryView? Category, string? Awaits)
{
    public static FactChangeView Of(FactChange change, Application application, Policy policy, CultureInfo language)
    {
        var category = CategoryView.Of(change.Category, policy, language);
        object[] arguments = category is null ? [.. change.Arguments] : [category.Text];
        var text = Texts.Get($"Fact.{change.Fact}", language, arguments);
        var silent = application.Findings.FirstOrDefault(finding => finding.Reason is FindingReason.SourceUnavailable && FactChanges.RulesOf(change.Fact).Contains(finding.Rule))?.Source;
        return silent is { } department
            ? new FactChangeView(change.Fact.ToString(), Texts.Get("Fact.Awaited", language, text, Texts.Get($"Department.{department}", language)), category, department.ToString())
            : new FactChangeView(change.Fact.ToString(), text, category, Awaits: null);
    }
}
