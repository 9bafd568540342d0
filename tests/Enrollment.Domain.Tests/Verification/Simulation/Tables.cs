using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Simulation;

namespace Enrollment.Domain.Tests.Verification.Simulation;

/// <summary>The shipped table, and small ones.</summary>
internal static class Tables
{
    public static readonly string ShippedText = File.ReadAllText(TestData.RepositoryFile("seeds/policies/licheng-2026.cases.csv"));

    public static readonly IReadOnlyList<PolicyCase> Shipped = Of(ShippedText);

    public static IReadOnlyList<PolicyCase> Of(string text) =>
        Assert.IsType<CaseTableResult.Parsed>(CaseTable.Parse(text, TestData.Policy)).Cases;

    public static PolicyCase Application(string claims, string facts = "") => Assert.Single(Of($"name,claims,facts\none,{claims},{facts}"));

    public static Decision Decide(string claims, string facts = "", Policy? policy = null) => Application(claims, facts).Decide(policy ?? TestData.Policy);
}
