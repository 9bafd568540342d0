using System.CommandLine;
using System.Globalization;
using Enrollment.Domain.Verification.Simulation;

namespace Enrollment.Cli.Policies;

internal static class TestPolicy
{
    private const string Suffix = ".cases.csv";

    public static Command Create(Texts texts)
    {
        var table = new Argument<FileInfo?>("TABLE") { Description = texts["Argument_CaseTable"], DefaultValueFactory = _ => Default() };
        var policy = new Option<FileInfo?>("--policy") { Description = texts["Option_Policy"] };
        var quiet = new Option<bool>("--quiet") { Description = texts["Option_Quiet"] };
        var command = new Command("test", texts["Command_PolicyTest"]) { table, policy, quiet };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(table) is not { } cases)
            {
                error.WriteLine(texts.Format("NoSuchFile", $"seeds/policies/*{Suffix}"));
                return ExitCode.Usage;
            }
            var files = new PolicyFiles(texts, error);
            if (files.Policy(parsed.GetValue(policy) ?? Beside(cases)) is not { } read || files.Cases(cases, read) is not { } rows)
                return ExitCode.Usage;
            var test = PolicyTest.Run(read, rows);
            Write(test, output, texts, parsed.GetValue(quiet));
            return test.Passes ? ExitCode.Holds : ExitCode.DoesNotHold;
        });
        return command;
    }

    private static FileInfo? Default() => Directory.Exists("seeds/policies")
        ? new DirectoryInfo("seeds/policies").EnumerateFiles("*" + Suffix).OrderBy(file => file.Name, StringComparer.Ordinal).LastOrDefault()
        : null;

    private static FileInfo Beside(FileInfo table) => new(table.FullName.EndsWith(Suffix, StringComparison.Ordinal)
        ? table.FullName[..^Suffix.Length] + ".json"
        : Path.ChangeExtension(table.FullName, ".json"));

    private static void Write(PolicyTest test, TextWriter output, Texts texts, bool quiet)
    {
        foreach (var result in test.Results.Where(result => !quiet || !result.Passes))
        {
            output.WriteLine($"{texts[result.Passes ? "Policy_Passed" : "Policy_Failed"]}  {result.Case.Name}: {result.Outcome}");
            foreach (var failure in result.Failures)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      line {result.Case.Line}: {failure}"));
        }
        if (!quiet)
            WriteCoverage(test.Coverage, output, texts);
        foreach (var uncovered in test.Coverage.Uncovered)
            output.WriteLine(texts.Format("Policy_Uncovered", uncovered));
        output.WriteLine(string.Format(texts.Language, texts["Policy_Total"], test.Results.Count, test.Results.Count(result => !result.Passes), test.Coverage.Uncovered.Count));
    }

    private static void WriteCoverage(PolicyCoverage coverage, TextWriter output, Texts texts)
    {
        output.WriteLine(texts["Policy_Rules"]);
        foreach (var rule in coverage.Rules)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Rule,-12}{rule.Satisfied,6}{rule.NotSatisfied,8}{rule.Unknown,7}"));
        output.WriteLine(texts["Policy_Categories"]);
        foreach (var category in coverage.Categories)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{category.Code,-12}{category.Established,6}{category.Evidence,8}{category.Person,7}"));
    }
}
