using System.Text.Json;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Files.Policies;

/// <summary>A policy from a file: first what the reader says, whose errors are the plainer ones, then what only the schema forbids.</summary>
public static class PolicyFile
{
    private const long LargestFile = 1 << 20;

    /// <summary>Reads a file. A file that is too large or no UTF-8 is an error like any other.</summary>
    public static PolicyResult Read(string path) => new FileInfo(path).Length > LargestFile
        ? new PolicyResult.Invalid([new PolicyError("$", "is larger than 1 MB")])
        : Parse(File.ReadAllText(path));

    /// <summary>Reads a text.</summary>
    public static PolicyResult Parse(string json)
    {
        var result = Policy.Parse(json);
        var errors = result is PolicyResult.Invalid invalid ? invalid.Errors : [];
        List<PolicyError> all = [.. errors, .. SchemaErrors(json, errors).Where(error => errors.All(known => known.Path != error.Path))];
        return all.Count == 0 ? result : new PolicyResult.Invalid(all);
    }

    private static IReadOnlyList<PolicyError> SchemaErrors(string json, IReadOnlyList<PolicyError> known)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return PolicySchema.Check(document.RootElement);
        }
        catch (Exception e) when (known.Count > 0 && e is (JsonException or InvalidOperationException or ArgumentException))
        {
            // Not JSON, half a character, a member twice: the reader has named it.
            return [];
        }
    }
}
