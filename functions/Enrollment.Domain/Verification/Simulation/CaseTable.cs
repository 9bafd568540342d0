using System.Globalization;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>A table of named families, one a line: <c>name,claims,facts,expect,findings</c>, or <c>name,claims,facts</c> for applications without an expectation.</summary>
public static class CaseTable
{
    private const string Expecting = "name,claims,facts,expect,findings";
    private const string Applications = "name,claims,facts";

    /// <summary>Reads a table; blank lines and lines that begin with # are passed over. Claims are the policy's short codes.</summary>
    public static CaseTableResult Parse(string text, Policy policy)
    {
        var (cases, errors) = (new List<PolicyCase>(), new List<string>());
        var lines = text.ReplaceLineEndings("\n").TrimStart('\ufeff').Split('\n');
        var columns = 0;
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            if (columns > 0)
                Read(line, index + 1, columns, policy, cases, errors);
            else if (line.TrimEnd() is Expecting or Applications)
                columns = line.Split(',').Length;
            else
                return new CaseTableResult.Invalid([At(index + 1, $"the first line must be {Expecting} or {Applications}")]);
        }
        foreach (var twice in cases.GroupBy(one => one.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
            errors.Add(At(twice.Last().Line, $"{twice.Key} is the name of several cases"));
        if (cases.Count == 0 && errors.Count == 0)
            errors.Add("the table holds no case");
        return errors.Count == 0 ? new CaseTableResult.Parsed(cases) : new CaseTableResult.Invalid(errors);
    }

    private static void Read(string line, int number, int columns, Policy policy, List<PolicyCase> cases, List<string> errors)
    {
        var cells = line.Split(',');
        if (cells.Length != columns || line.Contains('"', StringComparison.Ordinal))
        {
            errors.Add(At(number, $"must have {columns} columns, without quotes"));
            return;
        }
        var (name, code) = (cells[0].Trim(), cells[1].Trim());
        if (name.Length == 0)
            errors.Add(At(number, "a case needs a name"));
        if (policy.Categories.FirstOrDefault(category => category.Code == code) is not { } claimed)
        {
            errors.Add(At(number, $"{code} is no category of {policy.Id}"));
            return;
        }
        var words = CaseWords.Of(claimed.Name, cells[2]);
        var family = CaseFamily.Of(policy.IntakeYear, claimed.Name, words);
        var expected = columns > 3 ? CaseOutcome.Parse(cells[3]) : null;
        if (columns > 3 && expected is null)
            words.Errors.Add($"{cells[3].Trim()} is no outcome");
        var findings = columns > 3 ? ReadFindings(cells[4], words.Errors) : [];
        errors.AddRange(words.Errors.Select(error => At(number, error)));
        cases.Add(new PolicyCase(number, name, family, expected, findings));
    }

    // R3=no, R3=no:SettledTooLate
    private static List<ExpectedFinding> ReadFindings(string cell, List<string> errors)
    {
        var findings = new List<ExpectedFinding>();
        foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('=', ':');
            RuleResult? result = parts.ElementAtOrDefault(1) switch { "yes" => RuleResult.Satisfied, "no" => RuleResult.NotSatisfied, "open" => RuleResult.Unknown, _ => null };
            var reason = parts.Length == 3 ? Named<FindingReason>(parts[2]) : null;
            if (parts.Length is 2 or 3 && result is { } answer && Named<RuleId>(parts[0]) is { } rule && (parts.Length == 2 || reason is not null))
                findings.Add(new ExpectedFinding(rule, answer, reason));
            else
                errors.Add($"{word} is no finding, such as R3=no or R3=no:SettledTooLate");
        }
        return findings;
    }

    private static T? Named<T>(string name) where T : struct, Enum =>
        Array.IndexOf(Enum.GetNames<T>(), name) is var index and >= 0 ? Enum.GetValues<T>()[index] : null;

    private static string At(int line, string error) => string.Create(CultureInfo.InvariantCulture, $"line {line}: {error}");
}

/// <summary>A table, or all that is wrong with it. Closed.</summary>
public abstract record CaseTableResult
{
    private CaseTableResult()
    {
    }

    /// <summary>The table.</summary>
    public sealed record Parsed(IReadOnlyList<PolicyCase> Cases) : CaseTableResult;

    /// <summary>None; at least one error, each with its line.</summary>
    public sealed record Invalid(IReadOnlyList<string> Errors) : CaseTableResult;
}
