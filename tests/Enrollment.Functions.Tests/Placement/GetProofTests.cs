using System.Globalization;
using System.Text;
using System.Text.Json;
using Enrollment.DevCluster;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

public sealed class GetProofTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static int _schools;

    [Fact]
    public async Task Proof_Published_SaysWhatTheRecordSays_AndWhereToCheckIt()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        var record = await RecordAsync(school, run);

        var answer = await school.GetAsync(school.Path(run, "/proof"));

        School.Ok(answer);
        Assert.Equal("public, max-age=60", answer.Headers["Cache-Control"]);
        string Text(string name) => answer.Json.GetProperty(name).GetString()!;
        Assert.Equal(
            [record.Digests.Sha256.ToString(), record.Digests.Sm3.ToString(), record.Commitment.ToString(), record.Secret, record.Entropy, record.Seed.ToString(), record.ResultSha256.ToString()],
            [Text("sha256"), Text("sm3"), Text("commitment"), Text("secret"), Text("entropy"), Text("seed"), Text("resultSha256")]);
        Assert.Equal("Published", Text("status"));
        var links = answer.Json.GetProperty("links");
        Assert.Equal($"{DevelopmentKeys.PublicBaseUrl}/{school.Path(run, "/record")}", links.GetProperty("record").GetString());
        Assert.Equal($"{DevelopmentKeys.PublicBaseUrl}/{school.Path(run, "/proof/{row}")}", links.GetProperty("rowProof").GetString());
        Assert.Equal($"{DevelopmentKeys.PublicBaseUrl}/api/verify/index.html?record=/{school.Path(run, "/record")}", links.GetProperty("verifier").GetString());
    }

    [Fact]
    public async Task Proof_AskedUnderAnotherHost_LinksToTheConfiguredOneAllTheSame()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        var answer = await RawRequest.SendAsync(fixture.Service.Http.BaseAddress!,
            $"GET /{school.Path(run, "/proof")} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\r\n", "verifier");

        Assert.Contains($"{DevelopmentKeys.PublicBaseUrl}/{school.Path(run, "/record")}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowProof_EveryPupil_FollowsFromTheRecordToTheClassOnTheirList()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        var record = await RecordAsync(school, run);
        var lists = (await school.GetAsync(school.Path(run, "/lists"), school.Staff)).Json.GetProperty("pupils").EnumerateArray().ToList();

        foreach (var pupil in lists)
        {
            var row = pupil.GetProperty("row").GetString()!;
            var proof = await ProofAsync(school, run, row);
            var drawn = proof.GetProperty("drawn");
            var number = pupil.GetProperty("class").GetInt32();
            Assert.Equal(number, proof.GetProperty("class").GetInt32());
            Assert.Equal(number, drawn.GetProperty("numbers")[drawn.GetProperty("group").GetInt32() - 1].GetInt32());
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{row} {drawn.GetProperty("group").GetInt32()} {number}"), drawn.GetProperty("resultLine").GetString());
            var line = drawn.GetProperty("listLine").GetString()!;
            Assert.StartsWith(row, line, StringComparison.Ordinal);
            Assert.Equal(line, record.List[record.List.Count - lists.Count + drawn.GetProperty("position").GetInt32() - 1]);
            Assert.Equal(JsonValueKind.Null, proof.GetProperty("late").ValueKind);
        }
    }

    [Fact]
    public async Task RowProof_LateJoiners_ShowTheirLinkAndTheOneBefore()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        await school.JoinLateAsync(run, "LATE-1", number: 1);
        await school.JoinLateAsync(run, "LATE-2", number: 2);
        var record = await RecordAsync(school, run);

        for (var i = 0; i < record.Late.Count; i++)
        {
            var proof = await ProofAsync(school, run, record.Late[i].Row.ToString());
            var late = proof.GetProperty("late");
            Assert.Equal(record.Late[i].Class, proof.GetProperty("class").GetInt32());
            Assert.Equal(i + 1, late.GetProperty("number").GetInt32());
            Assert.True(Digest.TryParse(late.GetProperty("link").GetString(), out var link) && Digest.TryParse(late.GetProperty("linkBefore").GetString(), out var before)
                && LateChain.Follows(before, link));
        }
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("00a1b2c3d4e5f60")]
    [InlineData("00A1B2C3D4E5F607")]
    [InlineData("00a1b2c3d4e5f6077")]
    [InlineData("T003")]
    [InlineData("%2e%2e%2frecord")]
    [InlineData("陈志明")]
    public async Task RowProof_RowThatIsNobodysOrMalformed_IsNotThere(string row)
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        (await school.GetAsync(school.Path(run, $"/proof/{row}"))).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Proof_BeforePublication_IsNotThere_ForStaffNeither()
    {
        var school = NewSchool();
        var run = await school.DrawingAsync();
        await fixture.Service.Hand.DrainAsync([PlacementNames.Queue]);
        var row = (await school.GetAsync(school.Path(run, "/lists"), school.Staff)).Json.GetProperty("pupils")[0].GetProperty("row").GetString();

        (await school.GetAsync(school.Path(run, "/proof"), school.Staff)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path(run, $"/proof/{row}"), school.Staff)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path("run0000000000000000", "/proof"))).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Proof_VoidedAfterPublication_SaysSoAndWhy()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        School.Ok(await school.PostAsync(run, "void", new { reason = "漏报一名学生" }));
        School.Ok(await school.PostAsync(run, "void/confirm", token: school.SecondOfBureau));

        var answer = await school.GetAsync(school.Path(run, "/proof"));

        Assert.Equal("Voided 漏报一名学生", $"{answer.Json.GetProperty("status").GetString()} {answer.Json.GetProperty("voidReason").GetString()}");
    }

    private static async Task<JsonElement> ProofAsync(School school, string run, string row)
    {
        var answer = await school.GetAsync(school.Path(run, $"/proof/{row}"));
        School.Ok(answer);
        return answer.Json.GetProperty("proof");
    }

    private static async Task<PlacementRecord> RecordAsync(School school, string run) =>
        PlacementRecord.Parse(Encoding.UTF8.GetBytes((await school.GetAsync(school.Path(run, "/record"))).Text))!;

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, $"LC-Q{Interlocked.Increment(ref _schools):000}");
}
