using System.Text.Json;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement;

/// <summary>A record as JSON, written and read; strict, because what is read may be a forgery.</summary>
internal static class PlacementRecordJson
{
    // A city's record has some 20 MB; what is larger is somebody's joke.
    private const int Largest = 200_000_000;
    private static readonly JsonWriterOptions Indented = new() { Indented = true };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };
    private static readonly string[] Members =
        ["format", "list", "digests", "commitment", "lateCommitment", "secret", "entropy", "seed", "attributes", "result", "resultSha256", "late"];

    public static byte[] Write(PlacementRecord record)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", record.Format);
            WriteLines(json, "list", record.List);
            json.WriteStartObject("digests");
            json.WriteString("sha256", record.Digests.Sha256.ToString());
            json.WriteString("sm3", record.Digests.Sm3.ToString());
            json.WriteEndObject();
            json.WriteString("commitment", record.Commitment.ToString());
            json.WriteString("lateCommitment", record.LateCommitment?.ToString());
            json.WriteString("secret", record.Secret);
            json.WriteString("entropy", record.Entropy);
            json.WriteString("seed", record.Seed.ToString());
            WriteLines(json, "attributes", record.Attributes);
            WriteLines(json, "result", record.Result);
            json.WriteString("resultSha256", record.ResultSha256.ToString());
            json.WriteStartArray("late");
            foreach (var joiner in record.Late)
                WriteJoiner(json, joiner);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    public static PlacementRecord? Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > Largest)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            // Not a record: whichever member was missing, of another type or of another form.
            return null;
        }
    }

    private static PlacementRecord Read(JsonElement root)
    {
        DemandMembers(root, Members);
        var digests = root.GetProperty("digests");
        DemandMembers(digests, "sha256", "sm3");
        var late = root.GetProperty("lateCommitment");
        var attributes = root.GetProperty("attributes");
        return new PlacementRecord(
            TextOf(root.GetProperty("format")),
            Lines(root.GetProperty("list")),
            new ListDigests(DigestOf(digests.GetProperty("sha256")), DigestOf(digests.GetProperty("sm3"))),
            DigestOf(root.GetProperty("commitment")),
            late.ValueKind is JsonValueKind.Null ? null : DigestOf(late),
            DigestOf(root.GetProperty("secret")).ToString(),
            TextOf(root.GetProperty("entropy")),
            DigestOf(root.GetProperty("seed")),
            attributes.ValueKind is JsonValueKind.Null ? null : Lines(attributes),
            Lines(root.GetProperty("result")),
            DigestOf(root.GetProperty("resultSha256")),
            [.. root.GetProperty("late").EnumerateArray().Select(JoinerOf)]);
    }

    private static LateJoiner JoinerOf(JsonElement joiner)
    {
        DemandMembers(joiner, "row", "sex", "specialNeeds", "link", "class");
        if (!RowCode.TryParse(TextOf(joiner.GetProperty("row")), out var row))
            throw new FormatException();
        var sex = TextOf(joiner.GetProperty("sex")) switch { "M" => Sex.Male, "F" => Sex.Female, _ => throw new FormatException() };
        return new LateJoiner(row, sex, joiner.GetProperty("specialNeeds").GetBoolean(), DigestOf(joiner.GetProperty("link")), joiner.GetProperty("class").GetInt32());
    }

    private static void DemandMembers(JsonElement element, params string[] members)
    {
        var present = element.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        if (!present.SetEquals(members))
            throw new FormatException();
    }

    private static List<string> Lines(JsonElement array) => [.. array.EnumerateArray().Select(TextOf)];

    private static string TextOf(JsonElement element) => element.GetString() ?? throw new FormatException();

    private static Digest DigestOf(JsonElement element) => Digest.TryParse(TextOf(element), out var digest) ? digest : throw new FormatException();

    private static void WriteLines(Utf8JsonWriter json, string name, IReadOnlyList<string>? lines)
    {
        if (lines is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartArray(name);
        foreach (var line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void WriteJoiner(Utf8JsonWriter json, LateJoiner joiner)
    {
        json.WriteStartObject();
        json.WriteString("row", joiner.Row.ToString());
        json.WriteString("sex", joiner.Sex is Sex.Male ? "M" : "F");
        json.WriteBoolean("specialNeeds", joiner.SpecialNeeds);
        json.WriteString("link", joiner.Link.ToString());
        json.WriteNumber("class", joiner.Class);
        json.WriteEndObject();
    }
}
