using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enrollment.DevCluster.Seeds;

/// <summary>The seeds folder: the same bytes wherever and whenever it is written.</summary>
public static class SeedFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions IndentedJson = new(Json) { WriteIndented = true };

    public static void Write(string folder, int families, ulong seed) => Write(folder, SeedFamilies.Generate(families, seed));

    /// <summary>For callers that already hold the families.</summary>
    public static void Write(string folder, SeedSet seeds)
    {
        var departments = Path.Combine(folder, "departments");
        Directory.CreateDirectory(departments);
        WriteLines(Path.Combine(departments, "police.jsonl"), Wrapped(seeds.Registers.Police));
        WriteLines(Path.Combine(departments, "civil-affairs.jsonl"), Wrapped(seeds.Registers.CivilAffairs));
        WriteLines(Path.Combine(departments, "property.jsonl"), Wrapped(seeds.Registers.Property));
        WriteLines(Path.Combine(departments, "social-security.jsonl"), Wrapped(seeds.Registers.SocialSecurity));
        WriteLines(Path.Combine(departments, "disabled-persons.jsonl"), Wrapped(seeds.Registers.DisabledPersons));
        WriteLines(Path.Combine(departments, "behaviors.jsonl"), seeds.Registers.Behaviors.Select(Line));
        WriteLines(Path.Combine(folder, "families.jsonl"), seeds.Families.Select(Line));
        WriteLines(Path.Combine(folder, "schools.json"), [JsonSerializer.Serialize(new { Schools = Schools.All }, IndentedJson)]);
    }

    /// <summary>A form as it goes over the wire.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static IEnumerable<string> Wrapped(RegisterFile register) =>
        register.Lines.Select(line => Line(new Dictionary<string, object>(StringComparer.Ordinal) { [line.Key] = line.Value }));

    // File.WriteAllLines would end lines the platform's way.
    private static void WriteLines(string path, IEnumerable<string> lines) => File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
}
