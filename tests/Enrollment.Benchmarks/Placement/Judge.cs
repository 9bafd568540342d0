using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Enrollment.Benchmarks.Placement;

/// <summary>The programs beside the clone that judge a placement independently of us: python3 and shared/placement/evaluate.py.</summary>
internal sealed class Judge
{
    private readonly string _program;

    private Judge(string program) => _program = program;

    /// <summary>Null where it is not to be found.</summary>
    public static Judge? Find(DirectoryInfo? shared, string repository)
    {
        var program = Path.Combine(shared?.FullName ?? Path.Combine(repository, "..", "shared"), "placement", "evaluate.py");
        return File.Exists(program) ? new Judge(Path.GetFullPath(program)) : null;
    }

    /// <summary>Its verdict on classes (from 1).</summary>
    public Verdict Of(BenchRoster roster, IReadOnlyList<int> classes, bool obeysRules)
    {
        var folder = Directory.CreateTempSubdirectory("placement-judge-");
        try
        {
            string At(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text);
                return path;
            }
            var line = Run(
                At("pupils.csv", roster.PupilsCsv()),
                obeysRules ? At("rules.csv", roster.RulesCsv()) : "-",
                At("classes.csv", "id,class\n" + string.Concat(classes.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{i},{c}\n")))),
                roster.Classes.ToString(CultureInfo.InvariantCulture));
            return Verdict.Parse(line);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [_program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? line : throw new BenchmarkFailedException("The judge (evaluate.py) failed.");
    }
}

/// <param name="Excess">Over the lower bound; a lot has about 1.</param>
/// <param name="Means">Largest difference of class means over the subjects, in points.</param>
/// <param name="Distance">Of the total's distribution.</param>
/// <param name="Violations">Rules broken.</param>
internal sealed partial record Verdict(double Excess, double Means, double Distance, int Violations)
{
    public static Verdict Parse(string line) => new(
        double.Parse(ExcessPattern().Match(line).Groups["figure"].Value, CultureInfo.InvariantCulture),
        MeansPattern().Matches(line).Max(match => double.Parse(match.Groups["figure"].Value, CultureInfo.InvariantCulture)),
        double.Parse(DistancePattern().Match(line).Groups["figure"].Value, CultureInfo.InvariantCulture),
        int.Parse(ViolationsPattern().Match(line).Groups["figure"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"excess (?<figure>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExcessPattern();

    [GeneratedRegex(@"score\d dMean (?<figure>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MeansPattern();

    [GeneratedRegex(@"KSmax (?<figure>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DistancePattern();

    [GeneratedRegex(@"viol (?<figure>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViolationsPattern();
}
