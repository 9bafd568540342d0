using Enrollment.Cli;

namespace Enrollment.Domain.Tests.Cli;

public sealed class PolicyCommandsTests : IDisposable
{
    private static readonly string Policy = TestData.RepositoryFile("seeds/policies/licheng-2026.json");
    private static readonly string Table = TestData.RepositoryFile("seeds/policies/licheng-2026.cases.csv");
    private static readonly string Proposal = TestData.RepositoryFile("seeds/policies/proposals/licheng-2026.2.json");
    private static readonly string Applications = TestData.RepositoryFile("seeds/policies/proposals/applications.csv");

    private readonly string _folder = Directory.CreateTempSubdirectory("enroll").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_TheShippedPolicies_Hold()
    {
        Assert.Equal((0, "licheng-2026.json 是有效政策。"), Trimmed(Enroll("policy", "check", Policy)));
        Assert.Equal((0, "licheng-2026.2.json is a policy."), Trimmed(Enroll("policy", "check", Proposal, "--lang", "en")));
    }

    [Fact]
    public void Check_BadPolicy_NamesEveryPathAndExits1()
    {
        var bad = Write("bad.json", File.ReadAllText(Policy).Replace("\"2026-03-01\"", "\"2026-02-30\"", StringComparison.Ordinal).Replace("\"code\": \"C1\"", "\"code\": \"I\"", StringComparison.Ordinal));

        var (exit, output, _) = Enroll("policy", "check", bad, "--lang", "en");

        Assert.Equal(1, exit);
        Assert.Contains("$.rules[6].parameters.settledBefore must be a date of the calendar", output, StringComparison.Ordinal);
        Assert.Contains("$.categories[0].code", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_TheShippedTable_PassesAndShowsTheCoverage()
    {
        var (exit, output, error) = Enroll("policy", "test", Table, "--lang", "en");

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("pass  C1 settled on the day of the cut-off: person C3", output, StringComparison.Ordinal);
        Assert.Contains("C13", output, StringComparison.Ordinal);
        Assert.EndsWith(" cases, 0 failed, 0 left out.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Test_ByThePolicyOfTheProposal_FailsAndSaysWhere()
    {
        var (exit, output, _) = Enroll("policy", "test", Table, "--policy", Proposal, "--quiet", "--lang", "en");

        Assert.Equal(1, exit);
        Assert.Contains("FAIL  C1 settled on the last day before the cut-off: person C3", output, StringComparison.Ordinal);
        Assert.Contains("expected C1, not person C3", output, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_ATableThatLeavesRulesOut_Exits1()
    {
        var (exit, output, _) = Enroll("policy", "test", Write("few.csv", "name,claims,facts,expect,findings\none,C3,,C3,"), "--policy", Policy, "--lang", "en");

        Assert.Equal(1, exit);
        Assert.Contains("Not covered: R7 is never satisfied.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TheProposal_SaysWhoAndWhy()
    {
        var (exit, output, _) = Enroll("policy", "compare", Policy, Proposal, "--applications", Applications, "--lang", "en");

        Assert.Equal(1, exit);
        Assert.Contains("A0004: C1 -> person C3" + Environment.NewLine
            + "      R3: Satisfied SettledInTime(2026-02-14, 2026-03-01) -> NotSatisfied SettledTooLate(2026-02-14, 2026-02-01)", output, StringComparison.Ordinal);
        Assert.Contains("A0020: person -> C7" + Environment.NewLine + "      C7: -R8", output, StringComparison.Ordinal);
        Assert.EndsWith("15 of 33 applications come out otherwise.", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_APolicyAndItself_Exits0() =>
        Assert.Equal(0, Enroll("policy", "compare", Policy, Policy, "--applications", Applications).ExitCode);

    [Theory]
    [InlineData("policy", "check", "nowhere.json")]
    [InlineData("policy", "test", "nowhere.csv")]
    [InlineData("policy", "compare", "nowhere.json", "nowhere.json", "--applications", "nowhere.csv")]
    [InlineData("policy", "compare", "nowhere.json", "nowhere.json")]
    public void Policy_FilesThatAreNotThere_Exit2(params string[] args)
    {
        var (exit, _, error) = Enroll(args);

        Assert.Equal(2, exit);
        Assert.NotEqual("", error);
    }

    [Fact]
    public void Test_ATableWithErrors_NamesTheLineAndExits2()
    {
        var (exit, _, error) = Enroll("policy", "test", Write("bad.csv", "name,claims,facts,expect,findings\none,C3,income=1,C3,"), "--policy", Policy, "--lang", "en");

        Assert.Equal(2, exit);
        Assert.Contains("line 2: income is no word of a case", error, StringComparison.Ordinal);
    }

    private static (int, string) Trimmed((int ExitCode, string Output, string Error) ran) => (ran.ExitCode, ran.Output.Trim());

    private static (int ExitCode, string Output, string Error) Enroll(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (Program.Run(args, output, error), output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
