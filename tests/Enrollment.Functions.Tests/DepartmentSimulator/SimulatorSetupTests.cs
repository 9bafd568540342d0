using Enrollment.DepartmentSimulator;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class SimulatorSetupTests
{
    [Theory]
    [InlineData("police.jsonl", """{"person":{"idNo":"1","name":"x"}}""")]
    [InlineData("police.jsonl", """{"person":{"idNo":"1","name":"x","cancelled":false},"household":null,"shoes":1}""")]
    [InlineData("police.jsonl", """{}""")]
    [InlineData("police.jsonl", "")]
    [InlineData("police.jsonl", "null")]
    [InlineData("police.jsonl", """{"household":{"householdNo":"1","type":"Palace","householder":"x","standardAddress":"x","areaCode":"350502","policeStation":"x","members":[]}}""")]
    [InlineData("police.jsonl", """{"household":{"householdNo":"1","type":"Family","householder":"x","standardAddress":"x","areaCode":"350502","policeStation":"x","members":[null]}}""")]
    [InlineData("civil-affairs.jsonl", """{"marriage":{"idNos":["1"],"state":"Married","eventDate":"2020-01-01","certificateNo":"1"}}""")]
    [InlineData("civil-affairs.jsonl", """{"guardianship":{"childIdNo":"1","guardianIdNo":"2","basis":"Parent","since":"2020-13-01"}}""")]
    [InlineData("property.jsonl", """{"home":{"unitNo":"1","certificateNo":"1","address":"1","use":"Residential","acquiredDate":"2020-01-01","owners":[]}}""")]
    [InlineData("social-security.jsonl", """{"insurance":""")]
    [InlineData("behaviors.jsonl", """{"department":"police","childIdNo":"1","behavior":{"kind":"Slow"}}""")]
    public void SeedLine_Bad_StopsTheStartWithFileAndLine(string file, string line)
    {
        using var seeds = SeedFolder.WithSampleFamily();
        var good = File.Exists(Path.Combine(seeds.Path, file)) ? File.ReadAllLines(Path.Combine(seeds.Path, file)) : [];
        seeds.With(file, [.. good, line]);

        var exception = Assert.Throws<SetupException>(() => Create($"--Simulator:SeedFolder={seeds.Path}"));

        Assert.Contains($"{file}, line {good.Length + 1}:", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("police.jsonl")]
    [InlineData("social-security.jsonl")]
    public void SeedLine_PersonTwice_StopsTheStartWithoutNamingThem(string file)
    {
        using var seeds = SeedFolder.WithSampleFamily();
        var lines = File.ReadAllLines(Path.Combine(seeds.Path, file));
        seeds.With(file, [.. lines, lines[0]]);

        var exception = Assert.Throws<SetupException>(() => Create($"--Simulator:SeedFolder={seeds.Path}"));

        Assert.Contains("has a record already", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleFamily.Child.IdNo, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeedFolder_WithDepartmentsBelow_IsReadThere()
    {
        var seeds = new SeedFolder();
        Directory.CreateDirectory(Path.Combine(seeds.Path, "departments"));
        seeds.With("departments/police.jsonl", SampleFamily.Police);

        await using var simulator = await RunningSimulator.Start(seeds);

        await simulator.Answer(new SampleQuery("police", "Person"));
    }

    [Theory]
    [InlineData("--Simulator:SeedFolder=/no/such/folder", "Simulator:SeedFolder")]
    [InlineData("--Simulator:CallbackBase=ftp://127.0.0.1", "Simulator:CallbackBase")]
    [InlineData("--Simulator:RequestKeys:property=whsec_c2hvcnQ=", "Simulator:RequestKeys:property")]
    [InlineData("--Simulator:CallbackKeys:civil-affairs=", "Simulator:CallbackKeys:civil-affairs")]
    public void Setting_Bad_StopsTheStartNamingIt(string argument, string name)
    {
        using var seeds = new SeedFolder();

        var exception = Assert.Throws<SetupException>(() => Create($"--Simulator:SeedFolder={seeds.Path}", argument));

        Assert.StartsWith(name, exception.Message, StringComparison.Ordinal);
    }

    private static void Create(params string[] arguments) =>
        SimulatorApplication.Create([.. SimulatorKeys.Arguments, .. arguments]);
}
