using System.Text.Json.Nodes;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Simulation;

namespace Enrollment.Domain.Tests.Verification.Simulation;

public sealed class PolicyComparisonTests
{
    private static readonly Policy Proposal = Assert.IsType<PolicyResult.Parsed>(
        Policy.Parse(File.ReadAllText(TestData.RepositoryFile("seeds/policies/proposals/licheng-2026.2.json")))).Policy;

    [Fact]
    public void Of_ThePolicyAndItself_ChangesNobody()
    {
        var comparison = PolicyComparison.Of(TestData.Policy, TestData.Policy, Tables.Shipped);

        Assert.Equal((Tables.Shipped.Count, 0), (comparison.Applications, comparison.Changes.Count));
    }

    [Fact]
    public void Of_TheShippedProposal_SaysWhoWouldChangeAndWhy()
    {
        var applications = Tables.Of(File.ReadAllText(TestData.RepositoryFile("seeds/policies/proposals/applications.csv")));

        Snapshot.Matches("Verification/Simulation/PolicyComparison.proposal.txt",
            string.Join('\n', PolicyComparison.Of(TestData.Policy, Proposal, applications).Changes.Select(Line)));
    }

    [Fact]
    public void Of_TheProposalAndBack_ChangesTheSameChildrenTheOtherWay()
    {
        var there = PolicyComparison.Of(TestData.Policy, Proposal, Tables.Shipped).Changes;
        var back = PolicyComparison.Of(Proposal, TestData.Policy, Tables.Shipped).Changes;

        Assert.Equal(there.Select(change => (change.Application.Name, change.Before.ToString(), change.After.ToString())),
            back.Select(change => (change.Application.Name, change.After.ToString(), change.Before.ToString())));
    }

    [Fact]
    public void Of_EveryChange_HasAReason() =>
        Assert.All(Enum.GetNames<MissMeaning>(), meaning =>
        {
            var other = TestData.PolicyWith(json =>
            {
                foreach (var rule in json["rules"]!.AsArray().Where(rule => rule!["miss"]!["papers"]!.AsArray().Count > 0))
                    rule!["miss"]!["notSatisfied"] = JsonValue.Create(meaning);
            });

            Assert.All(PolicyComparison.Of(TestData.Policy, other, Tables.Shipped).Changes, change => Assert.True(change.Findings.Count + change.Definitions.Count > 0, change.Application.Name));
        });

    private static string Line(ChangedApplication change) => string.Join("; ",
    [
        $"{change.Application.Name}: {change.Before} -> {change.After}",
        .. change.Findings.Select(finding => $"{finding.Before.Line()} -> {finding.After.Line()}"),
        .. change.Definitions.Select(definition => $"{definition.Code} -{string.Join(",", definition.Dropped)} +{string.Join(",", definition.Added)} {definition.IsOtherwise}"),
    ]);
}
