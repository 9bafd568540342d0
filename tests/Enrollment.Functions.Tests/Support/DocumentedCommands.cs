using Enrollment.DevCluster;

namespace Enrollment.Functions.Tests.Support;

/// <summary>The shell commands of a page of docs/, as they stand there.</summary>
internal static class DocumentedCommands
{
    private const string DemoEnvironment = ". artifacts/demo.env\n";

    /// <summary>All commands of the page, or of one section of it, in their order. The first reads what `./dev demo` leaves behind; in a test the variables come with the shell.</summary>
    public static string Of(string page, string? section = null)
    {
        var text = File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n");
        if (section is not null)
            text = text.Split("\n## ").Single(part => part.StartsWith(section, StringComparison.Ordinal));
        var commands = string.Concat(text.Split("```sh\n").Skip(1).Select(block => block.Split("```")[0]));
        Assert.StartsWith(DemoEnvironment, commands, StringComparison.Ordinal);
        return commands[DemoEnvironment.Length..];
    }
}
