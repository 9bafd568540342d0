using System.Text.Json;
using System.Text.RegularExpressions;
using Enrollment.DevCluster;
using Enrollment.LocalHost;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>Files that no tool reads here: nobody can build an image, run a workflow or start Core Tools on this machine.</summary>
public sealed partial class DeploymentFilesTests
{
    [Fact]
    public void Compose_ServicesSettings_StartTheService() => DeployedServices.Start(ComposeSettings());

    [Fact]
    public void Compose_ServicesSettings_AreKnown() =>
        Assert.Empty(ComposeSettings().Keys.Select(SettingNames.General).Except(SettingNames.OfTheCode).Except(["AzureWebJobsStorage"]));

    [Fact]
    public void Compose_EveryContainer_IsReadOnlyWithoutCapabilities()
    {
        var services = Sections(Read("compose.yaml"));

        Assert.Equal(["service", "departments", "azurite"], services.Keys);
        Assert.All(services.Values, service => Assert.All(
            ["    read_only: true", "    cap_drop: [ALL]", "    security_opt: [\"no-new-privileges:true\"]"], line => Assert.Contains(line, service)));
    }

    [Fact]
    public void Compose_GraceAfterSigterm_IsLongerThanTheHostTakes()
    {
        var grace = Grace().Match(Read("compose.yaml")).Groups["seconds"].Value;

        Assert.True(TimeSpan.FromSeconds(int.Parse(grace, System.Globalization.CultureInfo.InvariantCulture))
            > new LocalHostOptions().DrainTimeout + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void LocalSettingsExample_Values_StartTheService()
    {
        var values = JsonDocument.Parse(Read("functions/Enrollment.Functions/local.settings.json.example")).RootElement.GetProperty("Values")
            .EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!, StringComparer.Ordinal);

        DeployedServices.Start(values);
        Assert.Equal("dotnet-isolated", values["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public void Dockerfile_Copies_AreThereAndReachTheBuilder()
    {
        var allowed = File.ReadLines(Repository.PathOf(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = File.ReadLines(Repository.PathOf("Dockerfile")).Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();

        Assert.All(copied, source =>
        {
            var path = source.TrimEnd('/');
            Assert.True(Path.Exists(Repository.PathOf(path)), source);
            Assert.Contains(allowed, entry => path == entry || path.StartsWith($"{entry}/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Dockerfile_ProjectsOfTheService_AreRestoredBeforeTheRest()
    {
        var dockerfile = Read("Dockerfile");

        Assert.All(ProjectsOf("functions/Enrollment.Functions/Enrollment.Functions.csproj"), project => Assert.Contains(
            $"COPY {project} {Path.GetDirectoryName(project)}/packages.lock.json {Path.GetDirectoryName(project)}/\n", dockerfile, StringComparison.Ordinal));
    }

    [Fact]
    public void Dockerfile_FilesFromOutsideTheProjects_AreCopied()
    {
        var copied = File.ReadLines(Repository.PathOf("Dockerfile")).Where(line => line.StartsWith("COPY ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).Select(source => source.TrimEnd('/')).ToList();
        var included = ProjectsOf("functions/Enrollment.Functions/Enrollment.Functions.csproj")
            .SelectMany(project => OutsideFile().Matches(Read(project)).Select(match => match.Groups["path"].Value)).ToList();

        Assert.Contains("host.json", included);
        Assert.All(included, path => Assert.Contains(copied, source => path == source || path.StartsWith($"{source}/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dockerfile_Stages_RunWithoutRootOnImagesWithAVersion()
    {
        var stages = Read("Dockerfile").Split("\nFROM ").Skip(1).ToList();

        Assert.All(stages, stage => Assert.True(stage.StartsWith("build ", StringComparison.Ordinal) || ImageWithVersion().IsMatch(stage), stage[..40]));
        Assert.All(stages.Where(stage => stage.Contains("ENTRYPOINT", StringComparison.Ordinal)), stage => Assert.Contains("\nUSER $APP_UID\n", stage, StringComparison.Ordinal));
        Assert.Contains("HEALTHCHECK", stages[^1], StringComparison.Ordinal);
        Assert.Contains(Files.Exports.PostingFont.DefaultFile, stages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Workflow_Actions_ArePinnedByCommit()
    {
        var uses = File.ReadLines(Repository.PathOf(".github/workflows/ci.yml")).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches("uses: [a-z]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", line));
    }

    [Fact]
    public void Workflow_Permissions_AreNoneButWhatAJobAsksFor()
    {
        var workflow = Read(".github/workflows/ci.yml");
        var granted = workflow.Split('\n').Where(line => line.StartsWith("      contents:", StringComparison.Ordinal) || line.StartsWith("      id-token:", StringComparison.Ordinal));

        Assert.Contains("\npermissions: {}\n", workflow, StringComparison.Ordinal);
        Assert.Equal(["      contents: read", "      contents: read", "      contents: read", "      id-token: write"], granted);
        Assert.DoesNotContain("secrets.", workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void AzurePage_Polyfills_AreAllListed()
    {
        var page = Read("docs/azure.md");

        Assert.All(Directory.EnumerateFiles(Repository.PathOf("functions/Enrollment.LocalHost/Polyfills"), "*.cs"),
            file => Assert.Contains($"| `{Path.GetFileNameWithoutExtension(file)}` | `", page, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> ComposeSettings() => Sections(Read("compose.yaml"))["service"]
        .SkipWhile(line => line != "    environment:").Skip(1).Where(line => !line.TrimStart().StartsWith('#'))
        .Select(line => line.Trim().Split(": ", 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static Dictionary<string, List<string>> Sections(string compose)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in compose.Split('\n').SkipWhile(line => line != "services:").Skip(1))
        {
            if (Section().Match(line) is { Success: true } section)
                sections[section.Groups["name"].Value] = [];
            else if (sections.Count > 0)
                sections.Values.Last().Add(line);
        }
        return sections;
    }

    private static IEnumerable<string> ProjectsOf(string project) => ProjectReference().Matches(Read(project))
        .Select(match => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Repository.PathOf(Path.Combine(Path.GetDirectoryName(project)!, match.Groups["path"].Value)))))
        .SelectMany(ProjectsOf).Prepend(project).Distinct(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(file)).ReplaceLineEndings("\n");

    [GeneratedRegex("^  (?<name>[a-z]+):$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Section();

    [GeneratedRegex("ProjectReference Include=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectReference();

    [GeneratedRegex("(?<=[\";])[.][.]/[.][.]/(?<path>[^\";]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutsideFile();

    [GeneratedRegex("stop_grace_period: (?<seconds>[0-9]+)s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grace();

    [GeneratedRegex("^mcr[.]microsoft[.]com/dotnet/[a-z]+:10[.]0-noble", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageWithVersion();
}
