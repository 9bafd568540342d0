using System.Text.Json;

namespace Enrollment.Domain.Tests.Cli;

public sealed class SupplyCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supply-").FullName;

    /// <summary>What docs/supply.md shows, run as it stands there.</summary>
    [Fact]
    public void Page_EveryExample_PrintsWhatThePageSays()
    {
        var examples = TestData.Page("docs/supply.md").Blocks;

        Assert.Equal(2, examples.Count);
        foreach (var example in examples)
        {
            var (exit, output, error) = Enroll.Run([.. example.Commands["enroll ".Length..].Trim().Split(' ').Select(InRepository)]);

            Assert.True(exit is 0 or 1, error);
            Assert.NotEqual("", output);
            new RunnablePage.Ran(example, exit, output).AssertPrintsWhatThePageSays();
        }
    }

    [Fact]
    public void Demand_OfTheSeeds_CountsThe5700Places()
    {
        var (_, output, _) = Enroll.Run("demand", "--schools", Seed("schools.csv"), "--zones", Seed("zones.csv"), "--births", Seed("births.csv"), "--projects", Seed("projects.csv"), "--format", "json");
        var (_, before, _) = Enroll.Run("demand", "--schools", Seed("schools.csv"), "--zones", Seed("zones.csv"), "--births", Seed("births.csv"), "--format", "json");

        Assert.Equal(5700, File.ReadLines(Seed("projects.csv")).Skip(1).Sum(line => int.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(5700 / 6, SeatsOf(output, 2032) - SeatsOf(before, 2032));
    }

    [Fact]
    public void Check_FilesThatDoNotFit_Exit1AndNameFileLineAndCode()
    {
        var zones = Write("zones.csv", File.ReadAllText(Seed("zones.csv")) + "Z0002,single,LC002,2024,,榕荫路,7,9,,\n");

        var (exit, output, _) = Enroll.Run("supply", "check", "--schools", Seed("schools.csv"), "--zones", zones, "--lang", "en");

        Assert.Equal(1, exit);
        Assert.StartsWith("zones, line 347, ranges-overlap: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AsJson_SaysTheSame()
    {
        var schools = Write("schools.csv", "code,name,authority,year,seats\nLC1,x,District,2026,1\n");

        var (exit, output, _) = Enroll.Run("supply", "check", "--schools", schools, "--zones", Seed("zones.csv"), "--json");

        var finding = JsonDocument.Parse(output).RootElement.GetProperty("findings")[0];
        Assert.Equal((1, "Schools", 2, "code", "code-form"), (exit, finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetString(), finding.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("supply", "check", "--schools", "nowhere.csv", "--zones", "nowhere.csv")]
    [InlineData("supply", "check", "--schools", "nowhere.csv")]
    [InlineData("demand", "--schools", "nowhere.csv", "--zones", "nowhere.csv", "--births", "nowhere.csv")]
    public void Commands_FilesThatAreNotThere_Exit2(params string[] args) => Assert.Equal(2, Enroll.Run(args).ExitCode);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int SeatsOf(string json, int year) => JsonDocument.Parse(json).RootElement.GetProperty("schools").EnumerateArray()
        .Where(line => line.GetProperty("year").GetInt32() == year).Sum(line => line.GetProperty("seats").GetInt32());

    private static string Seed(string name) => TestData.RepositoryFile($"seeds/admission/{name}");

    private static string InRepository(string argument) => argument.StartsWith("seeds/", StringComparison.Ordinal) ? TestData.RepositoryFile(argument) : argument;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
