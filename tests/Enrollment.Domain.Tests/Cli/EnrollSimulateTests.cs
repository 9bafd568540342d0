using System.Text.Json;

namespace Enrollment.Domain.Tests.Cli;

/// <summary>What-ifs on the shipped district, as a bureau types them; then files and changes as they must not be.</summary>
public sealed class EnrollSimulateTests : IDisposable
{
    private const string Header = "ticket,category,address,settled,parentSettled,choices,late,waits,locked,family,zone,choiceZone\n";
    private const string Home = "福建省泉州市鲤城区榕荫路20号锦绣花园1幢101室";

    private readonly string _folder = Directory.CreateTempSubdirectory("enroll-simulate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Page_ItsCommands_PrintWhatThePageSays()
    {
        var ran = await TestData.Page("docs/what-if.md").RunAsync(_folder);

        Assert.Equal(3, ran.Count(one => one.Block.Prints is not null));
        Assert.All(ran, one => one.AssertPrintsWhatThePageSays());
    }

    [Fact]
    public void Simulate_NoChange_NobodyMovesAndExits0()
    {
        var (exit, output, error) = Simulate("--json");

        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(0, json.GetProperty("moved").GetArrayLength());
        Assert.Equal(File.ReadLines(Seed("candidates.csv")).Count() - 1, json.GetProperty("children").GetProperty("after").GetInt32());
        Assert.Equal(25, json.GetProperty("schools").GetArrayLength());
    }

    [Fact]
    public void Simulate_SmallerPlan_MovesChildrenAwayAndNoneToTheSchool()
    {
        var (exit, output, _) = Simulate("--plan", "LC001=30", "--json");

        var json = JsonDocument.Parse(output).RootElement;
        var school = json.GetProperty("schools").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "LC001");
        var moved = json.GetProperty("moved").EnumerateArray().ToList();
        Assert.Equal(1, exit);
        Assert.Equal((90, 30, 30), (school.GetProperty("before").GetProperty("plan").GetInt32(), school.GetProperty("after").GetProperty("plan").GetInt32(), school.GetProperty("after").GetProperty("children").GetInt32()));
        Assert.Equal(school.GetProperty("before").GetProperty("children").GetInt32() - 30, moved.Count(child => SchoolOf(child, "before") == "LC001"));
        Assert.DoesNotContain(moved, child => SchoolOf(child, "after") == "LC001");
    }

    [Fact]
    public void Simulate_BoundaryMoved_ThoseOfTheStreetMoveAndKeepTheirWalks()
    {
        var zones = Write("zones.csv", File.ReadAllText(Seed("zones.csv")).Replace("Z0001,single,LC001,2026,,榕荫巷", "Z0002,single,LC002,2026,,榕荫巷", StringComparison.Ordinal));

        var (exit, output, _) = Simulate("--boundary", zones, "--json");

        var moved = JsonDocument.Parse(output).RootElement.GetProperty("moved").EnumerateArray().Where(child => SchoolOf(child, "before") == "LC001" && SchoolOf(child, "after") == "LC002").ToList();
        var street = File.ReadLines(Seed("candidates.csv")).Where(line => line.Contains("ConsistentResident,福建省泉州市鲤城区榕荫巷", StringComparison.Ordinal)).Select(line => line[..16]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(1, exit);
        Assert.NotEmpty(street);
        Assert.Superset(street, moved.Select(child => child.GetProperty("ticket").GetString()!).ToHashSet(StringComparer.Ordinal));
        // From where they live it is 1,304 m to the other school, whichever zone they are counted in.
        Assert.All(moved, child => Assert.Equal(1304, child.GetProperty("after").GetProperty("walk").GetInt32()));
    }

    [Fact]
    public void Simulate_BoundaryThatLeavesAStreetOut_SaysWhoWaitsForAPerson()
    {
        var zones = Write("zones.csv", string.Join('\n', File.ReadLines(Seed("zones.csv")).Where(line => !line.Contains("榕荫巷", StringComparison.Ordinal) && !line.Contains("2026,,", StringComparison.Ordinal))));

        var (exit, output, _) = Simulate("--boundary", zones, "--lang", "en");

        Assert.Equal(1, exit);
        Assert.Matches("Waiting for a person to say where they live: 0 -> [1-9]", output);
        Assert.Contains("area-school 320 m -> -\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_OtherSeed_IsAnotherLot()
    {
        var first = Simulate("--plan", "LC002=20", "--method", "LC002=Lot").Output;

        Assert.Equal(first, Simulate("--plan", "LC002=20", "--method", "LC002=lot").Output);
        Assert.NotEqual(first, Simulate("--plan", "LC002=20", "--method", "LC002=Lot", "--seed", new string('a', 64)).Output);
    }

    [Theory]
    [InlineData("--plan", "LC001", "--plan LC001: not SCHOOL=PLACES")]
    [InlineData("--plan", "LC001=-1", "--plan LC001=-1: not SCHOOL=PLACES")]
    [InlineData("--plan", "LC001=10001", "not SCHOOL=PLACES")]
    [InlineData("--plan", "LC999=1", "LC999: no school of that year")]
    [InlineData("--method", "LC001=1", "not SCHOOL=Lot or SCHOOL=SettlementDate")]
    [InlineData("--seed", "abc", "--seed: not 64")]
    [InlineData("--boundary", "nowhere.csv", "nowhere.csv")]
    public void Simulate_ChangeThatIsNone_Exits2AndSaysWhy(string option, string value, string says)
    {
        var (exit, output, error) = Simulate(option, value, "--lang", "en");

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_ChangeThatLeavesNoRound_NamesTheFaults()
    {
        var (exit, _, error) = Simulate("--plan", "LC001=0", "--lang", "en");

        Assert.Equal((2, "With the change no round can be run:\n  plan-below-off-plan LC001 1 0\n"), (exit, error));
    }

    [Theory]
    [InlineData("x,ConsistentResident," + Home + ",,,,,,,,,", "line 2, ticket, ticket-form")]
    [InlineData("0000000000000001,Noble," + Home + ",,,,,,,,,", "line 2, category, unknown-value")]
    [InlineData("0000000000000001,MigrantChild,,,,,,,,,,", "line 2, address, required")]
    [InlineData("0000000000000001,MigrantChild,=1+1,,,,,,,,,", "line 2, address, formula")]
    [InlineData("0000000000000001,MigrantChild," + Home + ",2019-02-30,,,,,,,,", "line 2, settled, date-form")]
    [InlineData("0000000000000001,MigrantChild," + Home + ",,,LC1,,,,,,", "line 2, choices, code-form")]
    [InlineData("0000000000000001,MigrantChild," + Home + ",,,,maybe,,,,,", "line 2, late, unknown-value")]
    [InlineData("0000000000000001,MigrantChild,,,,,,,,,Z9999,", "line 2, zone, zone-unknown")]
    [InlineData("0000000000000001,MigrantChild," + Home + ",,,,,,,,,\n0000000000000001,MigrantChild," + Home + ",,,,,,,,,", "line 3, ticket, ticket-twice")]
    [InlineData("", "candidates, empty")]
    public void Simulate_HostileCandidates_AreNamedWithLineAndCode(string rows, string says)
    {
        var (exit, output, error) = Simulate("--candidates", Write("candidates.csv", Header + rows + "\n"), "--lang", "en");

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain(Home, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "malformed-json $")]
    [InlineData("null", "wrong-type $")]
    [InlineData("{\"round\":\"a\",\"rounds\":1}", "malformed-json $.rounds")]
    [InlineData("{\"round\":\"a b\",\"year\":1999,\"bundles\":\"PreDraw\",\"groups\":[null],\"stages\":[],\"answerWithinWorkingDays\":3}",
        "forbidden-characters $.round\n  intake-year-not-open $.year\n  required $.groups\n  required $.stages")]
    public void Simulate_HostileRound_IsNamedWithCodeAndPlace(string json, string says)
    {
        var (exit, _, error) = Simulate("--round", Write("round.json", json), "--lang", "en");

        Assert.Equal((2, $"The round's order has faults:\n  {says}\n"), (exit, error));
    }

    [Fact]
    public void Simulate_DistancesTwice_NamesFileAndLine()
    {
        var (exit, _, error) = Simulate("--distances", Write("distances.csv", "zone,school,meters\nZ0001,LC001,1\nZ0001,LC001,2\n"), "--lang", "en");

        Assert.Equal(2, exit);
        Assert.StartsWith("distances, line 3, school, distance-twice", error, StringComparison.Ordinal);
    }

    private static string? SchoolOf(JsonElement child, string when) => child.GetProperty(when) is { ValueKind: JsonValueKind.Object } place ? place.GetProperty("school").GetString() : null;

    private static (int ExitCode, string Output, string Error) Simulate(params string[] options)
    {
        (string Option, string File)[] usual =
            [("--schools", Seed("schools.csv")), ("--zones", Seed("zones.csv")), ("--distances", Seed("distances.csv")), ("--round", Seed("rounds/main-2026.json")), ("--candidates", Seed("candidates.csv"))];
        return Enroll.Run(["admission", "simulate", .. usual.Where(pair => !options.Contains(pair.Option)).SelectMany(pair => (string[])[pair.Option, pair.File]), .. options]);
    }

    private static string Seed(string name) => TestData.RepositoryFile($"seeds/admission/{name}");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
