using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Enrollment.Domain.Tests;

/// <summary>A page of docs/ whose <c>sh</c> blocks a shell runs as they stand there; a <c>text</c> block behind one says what it prints.</summary>
internal sealed class RunnablePage(string repository, string page)
{
    private const string Mark = "--8<--";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const string EnrollFromSource = "dotnet run --project functions/Enrollment.Cli --";

    public IReadOnlyList<Block> Blocks { get; } = Read(File.ReadAllText(Path.Combine(repository, page)).ReplaceLineEndings("\n"));

    /// <summary>Runs all blocks in one shell, from the repository's root.</summary>
    /// <param name="folder">What `./dev demo` and the page write to artifacts/ lies here instead.</param>
    /// <param name="demo">The lines of demo.env.</param>
    public async Task<IReadOnlyList<Ran>> RunAsync(string folder, params string[] demo)
    {
        await File.WriteAllLinesAsync(Path.Combine(folder, "demo.env"), demo);
        var script = string.Concat(Blocks.Select(block => $"{block.Commands}\nprintf '\\n%s %s\\n' '{Mark}' $?\n"))
            .Replace("artifacts/", folder + "/", StringComparison.Ordinal)
            .Replace(EnrollFromSource, $"dotnet {Path.Combine(AppContext.BaseDirectory, "enroll.dll")}", StringComparison.Ordinal);
        // Output, status, output, status, and what is behind the last.
        var parts = Regex.Split(await ShellAsync(script), $"\n{Mark} (?<status>[0-9]+)\n", RegexOptions.ExplicitCapture, Patience);
        return [.. parts.Chunk(2).Zip(Blocks, (pair, block) => new Ran(block, int.Parse(pair[1], CultureInfo.InvariantCulture), pair[0]))];
    }

    private async Task<string> ShellAsync(string script)
    {
        var start = new ProcessStartInfo("sh", ["-c", $"exec 2>&1\n{script}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = repository,
        };
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }

    private static List<Block> Read(string text)
    {
        var parts = text.Split("\n```");
        var blocks = new List<Block>();
        for (var i = 1; i < parts.Length; i += 2)
        {
            if (parts[i].StartsWith("sh\n", StringComparison.Ordinal))
                blocks.Add(new Block(parts[i]["sh\n".Length..], i + 2 < parts.Length && parts[i + 2].StartsWith("text\n", StringComparison.Ordinal) ? parts[i + 2]["text\n".Length..] : null));
        }
        return blocks;
    }

    /// <param name="Commands">The lines.</param>
    /// <param name="Prints">What they print; null where the page does not say.</param>
    internal sealed record Block(string Commands, string? Prints);

    /// <param name="Block">What was run.</param>
    /// <param name="ExitCode">Of its last command.</param>
    /// <param name="Output">Both streams.</param>
    internal sealed record Ran(Block Block, int ExitCode, string Output)
    {
        /// <summary>As the page says, line by line; a line with … stands for what comes out otherwise each time.</summary>
        public void AssertPrintsWhatThePageSays()
        {
            if (Block.Prints is not { } prints)
                return;
            var (said, printed) = (prints.Trim().Split('\n'), Output.ReplaceLineEndings("\n").Trim().Split('\n'));
            Assert.True(said.Length == printed.Length && said.Zip(printed).All(pair => Matches(pair.First, pair.Second)), $"The page says:\n{prints}\nand\n{Block.Commands}\nprinted:\n{Output}");
        }

        private static bool Matches(string said, string printed)
        {
            var parts = said.Split('…');
            return parts.Length == 1 ? said == printed : printed.StartsWith(parts[0], StringComparison.Ordinal) && printed.EndsWith(parts[^1], StringComparison.Ordinal);
        }
    }
}
