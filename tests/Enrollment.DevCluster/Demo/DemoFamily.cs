using System.Text.Json;
using Enrollment.DevCluster.Parents;

namespace Enrollment.DevCluster.Demo;

/// <summary>A line of families.jsonl: the form as the parent sends it, and where the generator knows it must end.</summary>
internal sealed record DemoFamily(int Number, string Story, JsonElement Form, Ending Truth)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Claimed => Form.GetProperty("category").GetString()!;

    public string Token { get; } = TokenOf(Form.GetProperty("guardian"));

    public static IReadOnlyList<DemoFamily> Read(string seedFolder) =>
        [.. File.ReadLines(Path.Combine(seedFolder, "families.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<DemoFamily>(line, Json)!)];

    private static string TokenOf(JsonElement guardian) =>
        DevelopmentTokens.For(guardian.GetProperty("documentNumber").GetString()!, guardian.GetProperty("name").GetString()!);
}
