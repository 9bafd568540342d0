using Enrollment.Domain.Verification.Policies;
using Enrollment.Files.Policies;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Functions.Verification;

/// <summary>The published policies, read once at start; the service does not start on a bad one.</summary>
internal sealed class Policies
{
    private readonly Dictionary<string, Policy> _byId;

    public Policies(IConfiguration configuration)
    {
        var folder = configuration["Policies:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "policies");
        _byId = Directory.EnumerateFiles(folder, "*.json").Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read).ToDictionary(policy => policy.Id, StringComparer.Ordinal);
    }

    /// <summary>The policy an application was submitted under: later versions do not touch it.</summary>
    public Policy Of(string id) => _byId[id];

    /// <summary>The policy of this id; null when no file holds it.</summary>
    public Policy? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The newest policy of an intake year; null when none is published.</summary>
    public Policy? OfYear(int intakeYear) =>
        _byId.Values.Where(policy => policy.IntakeYear == intakeYear).MaxBy(policy => policy.Version);

    private static Policy Read(string file) => PolicyFile.Read(file) switch
    {
        PolicyResult.Parsed parsed => parsed.Policy,
        PolicyResult.Invalid invalid => throw new InvalidDataException($"{file}: {string.Join("; ", invalid.Errors.Select(error => $"{error.Path} {error.Message}"))}"),
        _ => throw new InvalidOperationException("PolicyResult is closed."),
    };
}
