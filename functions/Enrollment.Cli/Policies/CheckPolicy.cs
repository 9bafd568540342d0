using System.CommandLine;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Files.Policies;

namespace Enrollment.Cli.Policies;

internal static class CheckPolicy
{
    public static Command Create(Texts texts)
    {
        var policy = new Argument<FileInfo>("FILE") { Description = texts["Argument_Policy"] };
        var command = new Command("check", texts["Command_PolicyCheck"]) { policy };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var file = parsed.GetRequiredValue(policy);
            if (!file.Exists)
            {
                error.WriteLine(texts.Format("NoSuchFile", file.FullName));
                return ExitCode.Usage;
            }
            if (PolicyFile.Read(file.FullName) is PolicyResult.Invalid invalid)
            {
                output.WriteLine(texts.Format("Policy_IsNone", file.Name));
                foreach (var wrong in invalid.Errors)
                    output.WriteLine($"  {wrong.Path} {wrong.Message}");
                return ExitCode.DoesNotHold;
            }
            output.WriteLine(texts.Format("Policy_IsOne", file.Name));
            return ExitCode.Holds;
        });
        return command;
    }
}
