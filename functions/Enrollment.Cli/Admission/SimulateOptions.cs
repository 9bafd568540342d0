using System.CommandLine;
using Enrollment.Domain.Draws;

namespace Enrollment.Cli.Admission;

/// <summary>What <c>enroll admission simulate</c> can be told.</summary>
internal sealed class SimulateOptions(Texts texts)
{
    public Option<FileInfo> Schools { get; } = new("--schools") { Description = texts["Option_Schools"], Required = true };

    public Option<FileInfo> Zones { get; } = new("--zones") { Description = texts["Option_Zones"], Required = true };

    public Option<FileInfo> Distances { get; } = new("--distances") { Description = texts["Option_Distances"], Required = true };

    public Option<FileInfo> Round { get; } = new("--round") { Description = texts["Option_Round"], Required = true };

    public Option<FileInfo> Candidates { get; } = new("--candidates") { Description = texts["Option_Candidates"], Required = true };

    public Option<string[]> Plans { get; } = new("--plan") { Description = texts["Option_PlanChange"] };

    public Option<string[]> Methods { get; } = new("--method") { Description = texts["Option_MethodChange"] };

    public Option<FileInfo?> Boundary { get; } = new("--boundary") { Description = texts["Option_Boundary"] };

    public Option<string> District { get; } = new("--district") { Description = texts["Option_District"], DefaultValueFactory = _ => "鲤城区" };

    public Option<string?> Seed { get; } = new("--seed") { Description = texts["Option_Seed"] };

    public Option<bool> Json { get; } = new("--json") { Description = texts["Option_SupplyJson"] };

    public IEnumerable<Option> All => [Schools, Zones, Distances, Round, Candidates, Plans, Methods, Boundary, District, Seed, Json];

    /// <summary>The chance both runs share; null for what is no seed.</summary>
    public DrawSeed? SeedOf(ParseResult parsed)
    {
        if (parsed.GetValue(Seed) is not { } text)
            return new DrawSeed(Digest.Of("enroll admission simulate"u8));
        return Digest.TryParse(text, out var seed) ? new DrawSeed(seed) : null;
    }
}
