using Enrollment.Domain.Verification.Policies;
using Enrollment.Files.Policies;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Verification;

/// <summary>The published policies, read once at start; the service does not start on a bad one.</summary>
internal sealed class Policies(IOptions<PolicyOptions> options)
{
    private readonly Dictionary<string, Policy> _byId =
        FilesIn(options.Value.Folder).Select(file => ((PolicyResult.Parsed)PolicyFile.Read(file)).Policy).ToDictionary(policy => policy.Id, StringComparer.Ordinal);

    /// <summary>What is wrong with a folder of policies: each file's faults, and an id that two files have.</summary>
    public static IReadOnlyList<string> FaultsIn(string folder)
    {
        if (!Directory.Exists(folder))
            return [$"{folder} is not there"];
        var results = FilesIn(folder).Select(file => (File: file, Result: PolicyFile.Read(file))).ToList();
        var twice = results.Select(entry => entry.Result).OfType<PolicyResult.Parsed>().GroupBy(parsed => parsed.Policy.Id, StringComparer.Ordinal).Where(group => group.Count() > 1);
        return
        [
            .. results.Where(entry => entry.Result is PolicyResult.Invalid)
                .Select(entry => $"{entry.File}: {string.Join("; ", ((PolicyResult.Invalid)entry.Result).Errors.Select(error => $"{error.Path} {error.Message}"))}"),
            .. twice.Select(group => $"two files have the id {group.Key}"),
        ];
    }

    /// <summary>The policy an application was submitted under: later versions do not touch it.</summary>
    public Policy Of(string id) => _byId[id];

    /// <summary>The policy of this id; null when no file holds it.</summary>
    public Policy? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The newest policy of an intake year; null when none is published.</summary>
    public Policy? OfYear(int intakeYear) =>
        _byId.Values.Where(policy => policy.IntakeYear == intakeYear).MaxBy(policy => policy.Version);

    /// <summary>The newest policy of all.</summary>
    public Policy Newest => _byId.Values.MaxBy(policy => (policy.IntakeYear, policy.Version))!;

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*.json")
        .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
