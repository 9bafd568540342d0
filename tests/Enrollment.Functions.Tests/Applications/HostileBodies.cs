using System.Text;
using System.Text.Json.Nodes;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>A body nobody should send, and the refusal it must meet.</summary>
internal sealed record HostileBody(Func<Parent, HttpContent> Body, int Status, string Fault);

/// <summary>Bodies that are no form at all, whatever stands in it.</summary>
internal static class HostileBodies
{
    public static readonly IReadOnlyDictionary<string, HostileBody> All = new Dictionary<string, HostileBody>(StringComparer.Ordinal)
    {
        ["empty"] = Malformed(_ => ""),
        ["white space"] = Malformed(_ => " \n\t "),
        ["cut off"] = Malformed(form => form[..^1]),
        ["text behind it"] = Malformed(form => form + "x"),
        ["two documents"] = Malformed(form => form + form),
        ["trailing comma"] = Malformed(form => form[..^1] + ",}"),
        ["comment"] = Malformed(form => "/* form */" + form),
        ["single quotes"] = Malformed(form => form.Replace('"', '\'')),
        ["not a number"] = Malformed(form => form.Replace("2026", "NaN", StringComparison.Ordinal)),
        ["raw NUL"] = Malformed(form => form.Replace("\"name\":\"", "\"name\":\"\0", StringComparison.Ordinal)),
        ["raw line break in text"] = Malformed(form => form.Replace("\"name\":\"", "\"name\":\"\n", StringComparison.Ordinal)),
        ["10,000 arrays deep"] = Malformed(_ => new string('[', 10_000)),
        ["10,000 levels in a field"] = Malformed(_ => $$"""{"child":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}"""),
        ["nested one deeper than allowed"] = Malformed(_ => $$"""{"child":{{new string('[', 32)}}{{new string(']', 32)}}}"""),
        ["lone surrogate as member name"] = Malformed(_ => """{"\ud800":1}"""),
        ["overlong UTF-8"] = new(parent => Bodies.Json(Spliced(parent, 0xC0, 0xAF)), 400, "malformed-json at $"),
        ["byte FF"] = new(parent => Bodies.Json(Spliced(parent, 0xFF)), 400, "malformed-json at $"),
        ["surrogate in UTF-8"] = new(parent => Bodies.Json(Spliced(parent, 0xED, 0xA0, 0x80)), 400, "malformed-json at $"),
        ["UTF-16"] = new(parent => Bodies.Json(Encoding.Unicode.GetBytes(parent.Form.ToJsonString())), 400, "malformed-json at $"),
        ["UTF-16 with mark"] = new(parent => Bodies.Json([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(parent.Form.ToJsonString())]), 400, "malformed-json at $"),
        ["mark inside"] = Malformed(form => form[..1] + "\uFEFF" + form[1..]),
        ["null"] = WrongType("null"),
        ["array"] = WrongType("[]"),
        ["array of forms"] = new(parent => Bodies.Json($"[{parent.Form.ToJsonString()}]"), 400, "wrong-type at $"),
        ["number"] = WrongType("42"),
        ["text"] = WrongType("\"form\""),
        ["true"] = WrongType("true"),
        ["1 MiB"] = new(_ => Bodies.Json(new byte[1024 * 1024]), 413, "body-too-large at $"),
        ["one byte too many"] = new(parent => Bodies.Json(parent.Form.ToJsonString().PadRight(16 * 1024 + 1)), 413, "body-too-large at $"),
        ["no content type"] = Media(null),
        ["text/plain"] = Media("text/plain"),
        ["form post"] = Media("application/x-www-form-urlencoded"),
        ["multipart"] = Media("multipart/form-data; boundary=x"),
        ["XML"] = Media("application/xml"),
        ["JSON of another kind"] = Media("application/problem+json"),
        ["JSON in UTF-16 by name"] = Media("application/json; charset=utf-16"),
    };

    private static HostileBody Malformed(Func<string, string> spoil) =>
        new(parent => Bodies.Json(spoil(parent.Form.ToJsonString())), 400, "malformed-json at $");

    private static HostileBody WrongType(string body) => new(_ => Bodies.Json(body), 400, "wrong-type at $");

    private static HostileBody Media(string? type) =>
        new(parent => Bodies.Of(Encoding.UTF8.GetBytes(parent.Form.ToJsonString()), type), 415, "unsupported-media-type at $");

    private static byte[] Spliced(Parent parent, params byte[] bytes)
    {
        const string mark = "@splice@";
        parent.Form["child"]!["name"] = JsonValue.Create(mark);
        var body = Encoding.UTF8.GetBytes(parent.Form.ToJsonString());
        var at = body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark));
        return [.. body[..at], .. bytes, .. body[(at + mark.Length)..]];
    }
}
