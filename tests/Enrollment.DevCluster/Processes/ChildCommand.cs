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

    /// <param name="name">For messages.</param>
    /// <param name="script">What node runs.</param>
    /// <param name="arguments">The script's arguments.</param>
    /// <param name="preload">The path of a module to run before it.</param>
    public static ChildCommand Node(string name, string script, IReadOnlyList<string> arguments, string? preload = null) =>
        new(name, "node", ["--import", EndWithParent, .. (preload is null ? [] : (string[])["--import", new Uri(preload).AbsoluteUri]), script, .. arguments]);

    /// <param name="launcher">Replaces itself with the command; empty for none.</param>
    public ChildCommand Through(IReadOnlyList<string> launcher) =>
        launcher.Count == 0 ? this : this with { Program = launcher[0], Arguments = [.. launcher.Skip(1), Program, .. Arguments] };

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
