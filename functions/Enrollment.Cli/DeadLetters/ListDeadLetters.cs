using System.CommandLine;
using System.Text.Json;

namespace Enrollment.Cli.DeadLetters;

internal static class ListDeadLetters
{
    private static readonly string[] States = ["Open", "Replayed", "Discarded", "Resolved"];

    public static Command Create(Texts texts)
    {
        var service = new ServiceOptions(texts);
        var queue = new Option<string?>("--queue") { Description = texts["Option_Queue"] };
        var state = new Option<string>("--state") { Description = texts["Option_State"], DefaultValueFactory = _ => States[0] }.AcceptOnlyFromAmong([.. States, "all"]);
        var most = new Option<int>("--limit") { Description = texts["Option_Most"], DefaultValueFactory = _ => 100 };
        var command = service.Create("list", texts["Command_DeadLettersList"], queue, state, most);
        command.SetAction(parsed =>
        {
            using var asked = service.Open(parsed);
            if (asked is null)
                return ExitCode.Usage;
            var filter = (parsed.GetValue(state) is { } named && named != "all" ? $"&state={named}" : "")
                + (parsed.GetValue(queue) is { } of ? $"&queue={Uri.EscapeDataString(of)}" : "");
            if (Read(asked, filter, parsed.GetValue(most)) is not { } letters)
                return asked.Exit;
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(service.Json))
                output.WriteLine(DeadLetterText.ToJson(JsonSerializer.SerializeToElement(new { deadLetters = letters })));
            else if (letters.Count == 0)
                output.WriteLine(texts["DeadLetters_None"]);
            else
                DeadLetterText.WriteTable(letters, texts, output);
            return ExitCode.Holds;
        });
        return command;
    }

    // A page may be short, even empty, and lead on.
    private static List<JsonElement>? Read(EnrollmentService service, string filter, int most)
    {
        var (letters, cursor) = (new List<JsonElement>(), "");
        do
        {
            if (service.Get($"?limit=100{filter}{cursor}") is not { } page)
                return null;
            letters.AddRange(page.GetProperty("deadLetters").EnumerateArray());
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        } while (cursor is not null && letters.Count < most);
        return letters.Count > most ? letters[..most] : letters;
    }
}
