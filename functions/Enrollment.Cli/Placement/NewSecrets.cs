using System.CommandLine;
using Enrollment.Domain.Draws;

namespace Enrollment.Cli.Placement;

internal static class NewSecrets
{
    public static Command Create(Texts texts)
    {
        var file = new Argument<FileInfo>("FILE") { Description = texts["Argument_SeedFile"] };
        var command = new Command("secrets", texts["Command_Secrets"]) { file };
        command.SetAction(parsed =>
        {
            var (path, output, error) = (parsed.GetRequiredValue(file).FullName, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (File.Exists(path))
            {
                error.WriteLine(texts.Format("FileExists", path));
                return ExitCode.Usage;
            }
            var lines = SeedFile.NewLines();
            using (var stream = File.Open(path, Private()))
            using (var writer = new StreamWriter(stream))
                writer.Write(string.Concat(lines.Select(line => line + "\n")));
            var secrets = SeedFile.Read(lines)!;
            output.WriteLine($"commitment {secrets.Secret.Commitment()}");
            output.WriteLine($"late-commitment {LateChain.Commitment(secrets.Late)}");
            return ExitCode.Holds;
        });
        return command;
    }

    /// <summary>A new file that only its owner reads, where the platform knows owners.</summary>
    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
