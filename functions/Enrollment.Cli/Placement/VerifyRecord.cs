using System.CommandLine;
using Enrollment.Domain.Placement;
using Enrollment.Files.Digests;

namespace Enrollment.Cli.Placement;

internal static class VerifyRecord
{
    private const long LargestFile = 200L << 20;

    public static Command Create(Texts texts)
    {
        var record = new Argument<FileInfo>("RECORD") { Description = texts["Argument_Record"] };
        var command = new Command("verify", texts["Command_Verify"]) { record };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var file = parsed.GetRequiredValue(record);
            if (!file.Exists || file.Length > LargestFile)
            {
                error.WriteLine(texts.Format("NoSuchFile", file.FullName));
                return ExitCode.Usage;
            }
            if (PlacementRecord.Parse(File.ReadAllBytes(file.FullName)) is not { } read)
            {
                error.WriteLine(texts["NotARecord"]);
                return ExitCode.Usage;
            }
            var verdict = RecordVerification.Verify(read, Sm3.Of);
            output.WriteLine(verdict);
            return verdict.Holds ? ExitCode.Holds : ExitCode.DoesNotHold;
        });
        return command;
    }
}
