using System.Collections.Concurrent;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Demo;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Explaining;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Files.Policies;

namespace Enrollment.Functions.Tests.Seeds;

/// <summary>Every seeded family: deciding once more with the named facts changed really changes the category.</summary>
public sealed class SeededExplanationTests
{
    private static readonly Policy Policy = Assert.IsType<PolicyResult.Parsed>(PolicyFile.Read(Repository.PathOf("seeds/policies/licheng-2026.json"))).Policy;

    [Fact]
    public void Find_EverySeededFamily_NamedFactsChangeTheCategoryAndNoneIsSuperfluous()
    {
        var families = DemoFamily.Read(Repository.PathOf("seeds"));
        var wrong = new ConcurrentBag<string>();
        var changed = 0;

        Parallel.ForEach(families, family =>
        {
            var situation = SeededSituations.Of(family, Policy);
            var before = Proved(situation);
            if (WhatWouldHaveChanged.Find(situation) is not { } found)
            {
                Note(before is not (CategoryCode.ConsistentResident or CategoryCode.DisabledChild), $"{family.Number} {family.Story}: nothing is named, and {before} is not the best");
                return;
            }
            Interlocked.Increment(ref changed);
            var after = Proved(situation.Apply(found.Changes));
            Note(after != found.Leads || !IsBetter(after, before), $"{family.Number} {family.Story}: {before} became {after}");
            foreach (var left in found.Changes)
                Note(IsBetter(Proved(situation.Apply(found.Changes.Where(change => change != left))), before), $"{family.Number} {family.Story}: {left.Fact} is superfluous");
        });

        Assert.Empty(wrong);
        Assert.Equal(SeedFamilyCount, families.Count);
        Assert.InRange(changed, 500, 1500);

        void Note(bool isWrong, string what)
        {
            if (isWrong)
                wrong.Add(what);
        }
    }

    [Fact]
    public void Of_FamiliesWhoseOfficesAnswer_IsDecidedAsTheGeneratorKnows() =>
        Assert.All(DemoFamily.Read(Repository.PathOf("seeds")).Where(family => family.Truth.Status == "Verified"), family =>
            Assert.Equal(family.Truth.Established, Assert.IsType<Verdict.Established>(SeededSituations.Of(family, Policy).Decide()).Category.ToString()));

    [Fact]
    public void Of_FamiliesWhoseOfficesAnswer_AreAskedForThePapersTheGeneratorKnows()
    {
        var wrong = DemoFamily.Read(Repository.PathOf("seeds")).Where(family => !family.Truth.Checks.Values.Contains("SourceUnavailable", StringComparer.Ordinal)).Select(family =>
        {
            var situation = SeededSituations.Of(family, Policy);
            var asked = Decision.Of(Policy, situation.Form, situation.Checks, ServiceFacts.None) is Decision.EvidenceNeeded needed ? needed.Papers : [];
            var (expected, got) = (string.Join('+', family.Truth.Papers ?? []), string.Join('+', asked.Order(StringComparer.Ordinal)));
            return expected == got ? null : $"{family.Story}: {expected} and not {got}";
        }).OfType<string>().Distinct(StringComparer.Ordinal);

        Assert.Equal("", string.Join('\n', wrong));
    }

    private const int SeedFamilyCount = 2000;

    private static bool IsBetter(CategoryCode? after, CategoryCode? before) =>
        after is { } better && (before is not { } worse || Policy.Category(better).Group < Policy.Category(worse).Group);

    private static CategoryCode? Proved(Situation situation) => situation.Decide() switch
    {
        Verdict.Established established => established.Category,
        Verdict.ForAPerson forAPerson => forAPerson.Proposed,
        _ => throw new InvalidOperationException("Verdict is closed."),
    };
}
