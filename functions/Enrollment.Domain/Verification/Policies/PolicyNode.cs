using System.Globalization;
using System.Text.Json;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>One JSON object of a policy document. Members are taken one by one; what is wrong is noted with its path, and reading goes on.</summary>
internal sealed class PolicyNode
{
    private readonly Dictionary<string, JsonElement> _unread = new(StringComparer.Ordinal);
    private readonly bool _isObject;

    internal PolicyNode(JsonElement element, string path, List<PolicyError> errors)
    {
        (Path, Errors, _isObject) = (path, errors, element.ValueKind is JsonValueKind.Object);
        // Undefined: the member is missing or no object, which its owner has reported already.
        if (!_isObject && element.ValueKind is not JsonValueKind.Undefined)
            Fail("", "must be an object");
        var members = _isObject ? element.EnumerateObject().ToList() : [];
        foreach (var member in members)
        {
            if (Unescaped(() => member.Name, "") is { } name && !_unread.TryAdd(name, member.Value))
                Fail($".{name}", "stands twice");
        }
    }

    internal string Path { get; }

    internal bool IsFaultless => Errors.Count == 0;

    private List<PolicyError> Errors { get; }

    internal void Fail(string below, string message) => Errors.Add(new PolicyError(Path + below, message));

    /// <summary>Reports the members nobody took.</summary>
    internal void Close()
    {
        foreach (var name in _unread.Keys.Order(StringComparer.Ordinal))
            Fail($".{name}", "is not known");
    }

    internal string Text(string name)
    {
        var text = Take(name, JsonValueKind.String) is { } element ? TextOf(element, $".{name}") : null;
        if (text is not null && string.IsNullOrWhiteSpace(text))
            Fail($".{name}", "must not be blank");
        return text ?? "";
    }

    internal int Integer(string name, int least, int most)
    {
        var element = Take(name, JsonValueKind.Number);
        if (element is null)
            return least;
        if (element.Value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Fail($".{name}", string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return least;
    }

    internal bool Flag(string name)
    {
        var element = Take(name, JsonValueKind.True, JsonValueKind.False);
        return element?.ValueKind is JsonValueKind.True;
    }

    internal DateOnly Date(string name) => Take(name, JsonValueKind.String) is { } element ? Date(element, $".{name}") : default;

    internal List<DateOnly> Dates(string name)
    {
        var dates = Elements(name).Select((element, i) => Date(element, Indexed(name, i))).ToList();
        if (dates.Distinct().Count() != dates.Count)
            Fail($".{name}", "names a day twice");
        return dates;
    }

    internal T Name<T>(string name) where T : struct, Enum => Take(name, JsonValueKind.String) is { } element ? Name<T>(element, $".{name}") : default;

    internal List<T> Names<T>(string name) where T : struct, Enum
    {
        var names = Elements(name).Select((element, i) => Name<T>(element, Indexed(name, i))).ToList();
        if (names.Distinct().Count() != names.Count)
            Fail($".{name}", "names something twice");
        return names;
    }

    internal PolicyNode Object(string name) => new(Take(name, JsonValueKind.Object) ?? default, $"{Path}.{name}", Errors);

    internal List<PolicyNode> Objects(string name) =>
        [.. Elements(name).Select((element, i) => new PolicyNode(element, Path + Indexed(name, i), Errors))];

    internal List<string> Texts(string name) => [.. Elements(name).Select((element, i) => TextOf(element, Indexed(name, i)) ?? "")];

    private static string Indexed(string name, int index) => string.Create(CultureInfo.InvariantCulture, $".{name}[{index}]");

    private List<JsonElement> Elements(string name) => Take(name, JsonValueKind.Array)?.EnumerateArray().ToList() ?? [];

    private string? TextOf(JsonElement element, string below)
    {
        if (element.ValueKind is JsonValueKind.String)
            return Unescaped(element.GetString, below);
        Fail(below, "must be a text");
        return null;
    }

    // System.Text.Json lets lone surrogates stand in escapes and throws only when they are read.
    private string? Unescaped(Func<string?> read, string below)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            Fail(below, "holds half a character");
            return null;
        }
    }

    // Enum.TryParse would also take numbers and lists.
    private T Name<T>(JsonElement element, string below) where T : struct, Enum
    {
        if (TextOf(element, below) is not { } text)
            return default;
        if (Array.IndexOf(Enum.GetNames<T>(), text) is var index and >= 0)
            return Enum.GetValues<T>()[index];
        Fail(below, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");
        return default;
    }

    private DateOnly Date(JsonElement element, string below)
    {
        var text = TextOf(element, below);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && text is not null)
            Fail(below, "must be a date of the calendar, yyyy-MM-dd");
        return date;
    }

    private JsonElement? Take(string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (_unread.Remove(name, out var element) && kinds.Contains(element.ValueKind))
            return element;
        if (_isObject)
            Fail($".{name}", element.ValueKind is JsonValueKind.Undefined ? "is required" : $"must be {kinds[0]}");
        return null;
    }
}
