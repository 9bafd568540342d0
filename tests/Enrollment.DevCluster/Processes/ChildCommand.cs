using System.Diagnostics;

namespace Enrollment.DevCluster.Processes;

/// <summary>What to start. The program must end when its standard input ends; <see cref="Dotnet"/> and <see cref="Node"/> see to it.</summary>
public sealed record ChildCommand(string Name, string Program, IReadOnlyList<string> Arguments)
{
    private const string EndWithParent = "data:text/javascript,process.stdin.on('end',()=>process.exit(1)).resume()";

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Folder { get; init; }

    public static ChildCommand Dotnet(string name, string dll, IReadOnlyDictionary<string, string> environment)
    {
        var all = new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        };
        return new ChildCommand(name, DotnetHost, [dll]) { Environment = all, Folder = Path.GetDirectoryName(dll) };
    }

    public static ChildCommand Node(string name, string script, IReadOnlyList<string> arguments) =>
        new(name, "node", ["--import", EndWithParent, script, .. arguments]);

    internal ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Folder ?? "",
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return start;
    }

    private static string DotnetHost =>
        System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
