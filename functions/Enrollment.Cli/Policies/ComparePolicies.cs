using System.CommandLine;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Domain.Verification.Simulation;

namespace Enrollment.Cli.Policies;

internal static class ComparePolicies
{
    public static Command Create(Texts texts)
    {
        var before = new Argument<FileInfo>("OLD") { Description = texts["Argument_OldPolicy"] };
        var after = new Argument<FileInfo>("NEW") { Description = texts["Argument_NewPolicy"] };
        var applications = new Option<FileInfo>("--applications") { Description = texts["Option_Applications"], Required = true };
        var command = new Command("compare", texts["Command_PolicyCompare"]) { before, after, applications };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var files = new PolicyFiles(texts, parsed.InvocationConfiguration.Error);
            if (files.Policy(parsed.GetRequiredValue(before)) is not { } old || files.Policy(parsed.GetRequiredValue(after)) is not { } now
                || files.Cases(parsed.GetRequiredValue(applications), old) is not { } rows)
            {
                return ExitCode.Usage;
            }
            var comparison = PolicyComparison.Of(old, now, rows);
            foreach (var change in comparison.Changes)
                Write(change, output, texts);
            output.WriteLine(string.Format(texts.Language, texts["Policy_Compared"], comparison.Changes.Count, comparison.Applications));
            return comparison.Changes.Count == 0 ? ExitCode.Holds : ExitCode.DoesNotHold;
        });
        return command;
    }

    private static void Write(ChangedApplication change, TextWriter output, Texts texts)
    {
        output.WriteLine($"{change.Application.Name}: {change.Before} -> {change.After}");
        foreach (var finding in change.Findings)
            output.WriteLine($"      {finding.Before.Rule}: {Text(finding.Before)} -> {Text(finding.After)}");
        foreach (var definition in change.Definitions)
        {
            output.WriteLine($"      {definition.Code}: {string.Join(' ', definition.Dropped.Select(rule => $"-{rule}").Concat(definition.Added.Select(rule => $"+{rule}")))}"
                + (definition.IsOtherwise ? $" {texts["Policy_Otherwise"]}" : ""));
        }
    }

    private static string Text(RuleFinding finding) => $"{finding.Result} {finding.Reason}({string.Join(", ", finding.Arguments)})";
}
