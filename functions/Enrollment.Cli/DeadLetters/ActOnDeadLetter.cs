using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Enrollment.Cli.DeadLetters;

/// <summary>The commands about one dead letter: they ask one thing and show the letter as it stands then.</summary>
internal static partial class ActOnDeadLetter
{
    public static Command Show(Texts texts)
    {
        var (service, id) = (new ServiceOptions(texts), Id(texts));
        var command = service.Create("show", texts["Command_DeadLettersShow"], id);
        command.SetAction(parsed => Run(parsed, service, texts, asked => asked.Get(parsed.GetRequiredValue(id))));
        return command;
    }

    public static Command Replay(Texts texts)
    {
        var (service, id) = (new ServiceOptions(texts), Id(texts));
        var reason = new Option<string?>("--reason") { Description = texts["Option_ReplayReason"] };
        var command = service.Create("replay", texts["Command_DeadLettersReplay"], id, reason);
        command.SetAction(parsed => Run(parsed, service, texts, asked => asked.Post($"{parsed.GetRequiredValue(id)}/replay", parsed.GetValue(reason))));
        return command;
    }

    public static Command Discard(Texts texts)
    {
        var (service, id) = (new ServiceOptions(texts), Id(texts));
        var reason = new Option<string>("--reason") { Description = texts["Option_DiscardReason"], Required = true };
        var command = service.Create("discard", texts["Command_DeadLettersDiscard"], id, reason);
        command.SetAction(parsed => Run(parsed, service, texts, asked => asked.Post($"{parsed.GetRequiredValue(id)}/discard", parsed.GetRequiredValue(reason))));
        return command;
    }

    private static int Run(ParseResult parsed, ServiceOptions service, Texts texts, Func<EnrollmentService, JsonElement?> ask)
    {
        using var asked = service.Open(parsed);
        if (asked is null)
            return ExitCode.Usage;
        if (ask(asked) is not { } answer)
            return asked.Exit;
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(service.Json))
            output.WriteLine(DeadLetterText.ToJson(answer));
        else
            DeadLetterText.Write(answer, texts, output);
        return ExitCode.Holds;
    }

    // It becomes part of an address.
    private static Argument<string> Id(Texts texts)
    {
        var id = new Argument<string>("ID") { Description = texts["Argument_DeadLetter"] };
        id.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IdForm().IsMatch(result.Tokens[0].Value))
                result.AddError(texts["DeadLetter_IdForm"]);
        });
        return id;
    }

    [GeneratedRegex("^[a-z0-9-]{1,63}/[0-9a-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();
}
