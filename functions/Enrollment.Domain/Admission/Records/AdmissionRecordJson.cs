using System.Text.Json;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Records;

/// <summary>A record as JSON, written and read; strict, because what is read may be a forgery.</summary>
internal static class AdmissionRecordJson
{
    // A city's record has some 20 MB; what is larger is somebody's joke.
    private const int Largest = 200_000_000;
    private static readonly JsonWriterOptions Indented = new() { Indented = true };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 3, AllowDuplicateProperties = false };
    private static readonly string[] Members = ["format", "list", "digests", "commitment", "secret", "entropy", "seed", "result", "resultSha256"];

    public static byte[] Write(AdmissionRecord record)
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
            json.WriteString("secret", record.Secret);
            json.WriteString("entropy", record.Entropy);
            json.WriteString("seed", record.Seed.ToString());
            WriteLines(json, "result", record.Result);
            json.WriteString("resultSha256", record.ResultSha256.ToString());
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    public static AdmissionRecord? Read(ReadOnlyMemory<byte> json)
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

    private static AdmissionRecord Read(JsonElement root)
    {
        DemandMembers(root, Members);
        var digests = root.GetProperty("digests");
        DemandMembers(digests, "sha256", "sm3");
        return new AdmissionRecord(
            TextOf(root.GetProperty("format")),
            Lines(root.GetProperty("list")),
            new ListDigests(DigestOf(digests.GetProperty("sha256")), DigestOf(digests.GetProperty("sm3"))),
            DigestOf(root.GetProperty("commitment")),
            DigestOf(root.GetProperty("secret")).ToString(),
            TextOf(root.GetProperty("entropy")),
            DigestOf(root.GetProperty("seed")),
            Lines(root.GetProperty("result")),
            DigestOf(root.GetProperty("resultSha256")));
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

    private static void WriteLines(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }
}
