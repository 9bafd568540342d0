using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;
using Enrollment.Cli.Admission;
using Enrollment.Cli.DeadLetters;
using Enrollment.Cli.Identity;
using Enrollment.Cli.Placement;
using Enrollment.Cli.Policies;
using Enrollment.Cli.Supply;

namespace Enrollment.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        // System.CommandLine takes the words of its help from here; ours are asked for by language.
        CultureInfo.CurrentUICulture = LanguageOption.Of(args);
        return Run(args, Console.Out, Console.Error);
    }

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var parsed = Commands(new Texts(LanguageOption.Of(args))).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction misunderstood)
        {
            misunderstood.ShowTypoCorrections = false;
            parsed.Invoke(new InvocationConfiguration { Output = error, Error = error });
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Commands(Texts texts) => new(texts["Command_Root"])
    {
        LanguageOption.Create(texts),
        new Command("id", texts["Command_Id"])
        {
            CheckId.Create(texts),
        },
        new Command("policy", texts["Command_Policy"])
        {
            CheckPolicy.Create(texts),
            TestPolicy.Create(texts),
            ComparePolicies.Create(texts),
        },
        new Command("supply", texts["Command_Supply"])
        {
            CheckSupply.Create(texts),
        },
        new Command("deadletters", texts["Command_DeadLetters"])
        {
            ListDeadLetters.Create(texts),
            ActOnDeadLetter.Show(texts),
            ActOnDeadLetter.Replay(texts),
            ActOnDeadLetter.Discard(texts),
        },
        ForecastDemand.Create(texts),
        new Command("admission", texts["Command_Admission"])
        {
            SimulateAdmission.Create(texts),
        },
        Place.Create(texts),
        VerifyRecord.Create(texts),
        NewSecrets.Create(texts),
    };
}
