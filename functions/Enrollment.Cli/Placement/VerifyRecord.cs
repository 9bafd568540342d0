using System.CommandLine;
using Enrollment.Domain.Admission.Records;
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
            if (VerdictOf(File.ReadAllBytes(file.FullName)) is not var (line, holds))
            {
                error.WriteLine(texts["NotARecord"]);
                return ExitCode.Usage;
            }
            output.WriteLine(line);
            return holds ? ExitCode.Holds : ExitCode.DoesNotHold;
        });
        return command;
    }

    // Its members tell which kind a record is of, not what it says it is: a forged format is a difference to name.
    private static (string Line, bool Holds)? VerdictOf(byte[] file)
    {
        if (PlacementRecord.Parse(file) is { } placement)
        {
            var verdict = RecordVerification.Verify(placement, Sm3.Of);
            return (verdict.ToString(), verdict.Holds);
        }
        if (AdmissionRecord.Parse(file) is { } round)
        {
            var verdict = AdmissionVerification.Verify(round, Sm3.Of);
            return (verdict.ToString(), verdict.Holds);
        }
        return null;
    }
}
