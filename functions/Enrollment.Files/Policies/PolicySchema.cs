using System.Text.Json;
using Enrollment.Domain.Verification.Policies;
using Json.Schema;

namespace Enrollment.Files.Policies;

/// <summary>The JSON Schema of policy documents, as shipped beside them (seeds/policies/policy.schema.json).</summary>
public static class PolicySchema
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private static readonly Lazy<JsonSchema> Schema = new(Read);

    /// <summary>Everything in a document that the schema forbids, in the order of the paths.</summary>
    public static IReadOnlyList<PolicyError> Check(JsonElement document)
    {
        var results = Schema.Value.Evaluate(document, Options);
        if (results.IsValid)
            return [];
        var errors = (results.Details ?? []).Append(results).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => new PolicyError(JsonPaths.Of(detail.InstanceLocation.ToString()), Message(error.Key, error.Value))))
            .Distinct().OrderBy(error => error.Path, StringComparer.Ordinal).ToList();
        return errors.Count > 0 ? errors : [new PolicyError("$", "is not what the schema describes")];
    }

    // The keyword is the schema's: it tells an engineer where to look.
    private static string Message(string keyword, string text) => keyword.Length == 0 ? "is not known" : $"{keyword}: {text}";

    private static JsonSchema Read()
    {
        using var stream = typeof(PolicySchema).Assembly.GetManifestResourceStream("policy.schema.json")
            ?? throw new InvalidOperationException("The schema is no resource of this assembly.");
        using var reader = new StreamReader(stream);
        return JsonSchema.FromText(reader.ReadToEnd());
    }
}
