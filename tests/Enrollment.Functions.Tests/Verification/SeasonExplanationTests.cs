using System.Text.Json;
using Enrollment.Domain.Tests;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Explaining;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Tests.Verification;

/// <summary>One family of every story: what its explanation names is put to the test by deciding once more.</summary>
[Collection(SeasonFixture.Season)]
public sealed class SeasonExplanationTests(SeasonFixture season)
{
    private Policy Policy => season.Service.Get<Policies>().Of("licheng-2026.1");

    [Fact]
    public async Task Explain_EveryStory_NamedFactsChangeTheCategoryAndFewerDoNot()
    {
        var table = new List<string>();
        foreach (var family in season.Families.OrderBy(family => family.Story, StringComparer.Ordinal))
        {
            var situation = await SituationAsync(family.Number);
            var before = Proved(situation.Decide());
            var found = WhatWouldHaveChanged.Find(situation);
            table.Add($"{family.Story} | {situation.Form.Category} | {before?.ToString() ?? "none"} | {Line(found)}");
            Assert.True((found is null) == (before is CategoryCode.ConsistentResident or CategoryCode.DisabledChild), $"{family.Story}: {before} can be better, or cannot");
            if (found is null)
                continue;
            AssertBetter(situation.Apply(found.Changes), before, found.Leads, family.Story);
            foreach (var left in found.Changes)
                Assert.False(IsBetter(Proved(situation.Apply(found.Changes.Where(change => change != left)).Decide()), before), $"{family.Story}: {left.Fact} is not needed");
        }
        Snapshot.Matches("Verification/explanations.txt", string.Join('\n', table));
    }

    [Fact]
    public async Task Explain_EveryStory_OverHttpNamesTheSameFactsAndNobody()
    {
        foreach (var family in season.Families)
        {
            var answer = await season.Service.Parent(family).ExplainAsync(season.Ids[family.Number]);

            Assert.Equal(200, answer.Status);
            var found = WhatWouldHaveChanged.Find(await SituationAsync(family.Number));
            var named = answer.Json.GetProperty("wouldHaveChanged") is { ValueKind: JsonValueKind.Object } changed
                ? string.Join('+', changed.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("code").GetString()))
                : "";
            Assert.Equal(string.Join('+', found?.Changes.Select(change => change.Fact.ToString()) ?? []), named);
            foreach (var personal in Personal(family.Form))
                Assert.DoesNotContain(personal, answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<Situation> SituationAsync(int number)
    {
        var stored = await season.Service.Get<ApplicationStore>().FindAsync(Enrollment.Domain.Applications.ApplicationId.Parse(season.Ids[number]), CancellationToken.None);
        return Situation.Of(stored!.Application, Policy)!;
    }

    private void AssertBetter(Situation changed, CategoryCode? before, CategoryCode leads, string story)
    {
        var after = Proved(changed.Decide());
        Assert.True(after == leads && IsBetter(after, before), $"{story}: {before} became {after}, not {leads}");
    }

    private bool IsBetter(CategoryCode? after, CategoryCode? before) =>
        after is { } better && (before is not { } worse || Policy.Category(better).Group < Policy.Category(worse).Group);

    private static CategoryCode? Proved(Verdict verdict) => verdict is Verdict.Established established ? established.Category : ((Verdict.ForAPerson)verdict).Proposed;

    private static string Line(Counterfactual? found) => found is null ? "best"
        : $"{found.Leads}{(found.NeedsPerson ? " by a person" : "")}: {string.Join(" + ", found.Changes.Select(change => change.Category is { } claim ? $"{change.Fact} {claim}" : change.Fact.ToString()))}";

    private static IEnumerable<string> Personal(JsonElement form) => ((string[])["child", "guardian", "otherGuardian"]).Select(part => form.GetProperty(part))
        .Where(part => part.ValueKind is JsonValueKind.Object)
        .SelectMany(part => new[] { part.GetProperty("name").GetString()!, part.GetProperty("documentNumber").GetString()! })
        .Append(form.GetProperty("residence").GetProperty("address").GetString()!);
}
