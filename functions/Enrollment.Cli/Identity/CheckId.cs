using System.CommandLine;
using Enrollment.Domain.Identity;

namespace Enrollment.Cli.Identity;

internal static class CheckId
{
    public static Command Create(Texts texts)
    {
        var number = new Argument<string>("NUMBER") { Description = texts["Argument_Number"] };
        var kind = new Option<IdentityDocumentKind>("--kind") { Description = texts["Option_Kind"], DefaultValueFactory = _ => IdentityDocumentKind.CitizenId };
        kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<IdentityDocumentKind>());
        var json = new Option<bool>("--json") { Description = texts["Option_Json"] };
        var command = new Command("check", texts["Command_Check"]) { number, kind, json };
        command.SetAction(parsed =>
        {
            var finding = IdFinding.Of(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(number), texts);
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json) ? finding.ToJson() : finding.ToText(texts));
            return finding.Valid ? ExitCode.Holds : ExitCode.DoesNotHold;
        });
        return command;
    }
}
