using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Enrollment.Cli.DeadLetters;

/// <summary>Dead letters on a terminal.</summary>
internal static class DeadLetterText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string ToJson(JsonElement answer) => JsonSerializer.Serialize(answer, Json);

    /// <summary>One line a letter: state, how often and when it came last, why, and what it is called.</summary>
    public static void WriteTable(IReadOnlyList<JsonElement> letters, Texts texts, TextWriter output)
    {
        string[][] rows =
        [
            [texts["DeadLetter_State"], texts["DeadLetter_Times"], texts["DeadLetter_Last"], texts["DeadLetter_Cause"], texts["DeadLetter_Id"]],
            .. letters.Select(letter => new[] { Plain(letter, "stateText"), Plain(letter, "times"), MomentOf(letter, "lastAt"), CauseOf(letter), Plain(letter, "id") }),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => WidthOf(row[column]))).ToArray();
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell + new string(' ', widths[column] - WidthOf(cell)))).TrimEnd());
    }

    /// <summary>One letter with its message and history.</summary>
    public static void Write(JsonElement answer, Texts texts, TextWriter output)
    {
        var letter = answer.GetProperty("deadLetter");
        output.WriteLine($"{texts["DeadLetter_Id"]}: {Plain(letter, "id")}");
        output.WriteLine($"{texts["DeadLetter_State"]}: {Plain(letter, "stateText")}. {Plain(letter, "verdictText")}.");
        output.WriteLine($"{texts["DeadLetter_Times"]}: {Plain(letter, "times")} ({MomentOf(letter, "firstAt")} – {MomentOf(letter, "lastAt")})");
        output.WriteLine($"{texts["DeadLetter_Cause"]}: {Plain(letter.GetProperty("cause"), "text")} {CauseOf(letter)}");
        output.WriteLine($"{texts["DeadLetter_Body"]}: {Plain(answer, "body")}");
        foreach (var happened in answer.GetProperty("history").EnumerateArray())
            output.WriteLine($"  {MomentOf(happened, "at")}  {Plain(happened, "action")} -> {Plain(happened, "to")}  {Plain(happened, "by")}  {Plain(happened, "reason")}".TrimEnd());
    }

    /// <summary>A member's text, without anything a terminal would obey: a message may come from anybody.</summary>
    public static string Plain(JsonElement element, string member)
    {
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(member, out var value) || value.ValueKind is JsonValueKind.Null)
            return "";
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return string.Concat(text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '?' : c));
    }

    private static string CauseOf(JsonElement letter)
    {
        var cause = letter.GetProperty("cause");
        return Plain(cause, "exception") is { Length: > 0 } exception
            ? $"{exception} {Plain(cause, "detail")} {Plain(cause, "where")}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd()
            : Plain(cause, "kind");
    }

    private static string MomentOf(JsonElement element, string member) =>
        DateTimeOffset.TryParse(Plain(element, member), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : "";

    // Chinese characters take two columns.
    private static int WidthOf(string text) => text.Sum(c => c >= '\u2e80' ? 2 : 1);
}
