using System.Text.Json;

namespace Enrollment.DevCluster.Demo;

/// <summary>Where an application stands, in the words of the API.</summary>
internal sealed record Ending(string Status, string? Established, string? Proposed, IReadOnlyDictionary<string, string> Checks)
{
    /// <summary>The papers the parents are asked for, in ordinal order; null where they are asked for none.</summary>
    public IReadOnlyList<string>? Papers { get; init; }

    private static readonly string[] PassingStatuses = ["Submitted", "Verifying"];
    private static readonly string[] PassingChecks = ["NotStarted", "Queued", "Pending"];

    /// <summary>Nothing more will come by itself.</summary>
    public bool IsFinal =>
        !PassingStatuses.Contains(Status, StringComparer.Ordinal)
        && !Checks.Values.Any(check => PassingChecks.Contains(check, StringComparer.Ordinal));

    public static Ending Read(JsonElement application) => new(
        application.GetProperty("status").GetString()!,
        CategoryIn(application, "establishedCategory"),
        CategoryIn(application, "proposedCategory"),
        application.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("department").GetString()!,
            check => check.GetProperty("status").GetString()!,
            StringComparer.Ordinal))
    {
        Papers = PapersIn(application),
    };

    public bool Equals(Ending? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    public override string ToString()
    {
        var checks = Checks.OrderBy(check => check.Key, StringComparer.Ordinal).Select(check => $"{check.Key} {check.Value}");
        return $"{Status}, established {Established ?? "none"}, proposed {Proposed ?? "none"}; {string.Join(", ", checks)}{(Papers is null ? "" : $"; asked for {string.Join(", ", Papers)}")}";
    }

    private static List<string>? PapersIn(JsonElement application) =>
        application.TryGetProperty("correction", out var correction) && correction.ValueKind == JsonValueKind.Object
            ? [.. correction.GetProperty("defects").EnumerateArray().SelectMany(defect => defect.GetProperty("papers").EnumerateArray())
                .Select(paper => paper.GetProperty("id").GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : null;

    private static string? CategoryIn(JsonElement application, string property) =>
        application.TryGetProperty(property, out var category) && category.ValueKind == JsonValueKind.Object
            ? category.GetProperty("name").GetString()
            : null;
}
