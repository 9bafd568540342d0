using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Placement;

public sealed class GetBalanceReportTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const string Optimised = "year=2026&classes=3&capacity=20&mode=optimised";

    private static int _schools;

    [Fact]
    public async Task Report_OfAPublishedPlacement_IsTheOneThatRecordAndSeedGive()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync(Optimised, Scored(36));

        var shown = await school.GetAsync(school.Path(run, "/report"), school.Staff);

        Assert.Equal(200, shown.Status);
        var record = PlacementRecord.Parse(Encoding.UTF8.GetBytes((await school.GetAsync(school.Path(run, "/record?auditor=true"), school.Staff)).Text))!;
        var list = ((PlacementListReading.Read)PlacementList.Parse(record.List)).List;
        var again = BalanceReport.Of(PlacementResult.Parse(list, record.Result)!, AttributeTable.Parse(record.Attributes!), new DrawSeed(record.Seed));
        Assert.Equal(Encoding.UTF8.GetString(again.ToJson()), shown.Text);
        Assert.Equal(1000, shown.Json.GetProperty("lots").GetInt32());
        Assert.Equal(["score:语文", "score:数学", "total", "age"], shown.Json.GetProperty("numbers").EnumerateArray().Select(line => line.GetProperty("name").GetString()));
        var overall = shown.Json.GetProperty("overall").GetProperty("lots");
        // 36 pupils searched: no random lot does as well.
        Assert.Equal((0, 1000), (overall.GetProperty("better").GetInt32(), overall.GetProperty("worse").GetInt32()));
    }

    [Fact]
    public async Task Report_ForEverybody_WithholdsWhatCouldTellAboutOneChild()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync(Optimised, Scored(36));

        var answer = await school.GetAsync(school.Path(run, "/report"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(3, answer.Json.GetProperty("fewerThan").GetInt32());
        var counts = answer.Json.GetProperty("counts").EnumerateArray().ToArray();
        Assert.DoesNotContain(counts.SelectMany(line => line.GetProperty("counts").EnumerateArray()), count => count.ValueKind is JsonValueKind.Number && count.GetInt32() < 3);
        var special = counts.Single(line => line.GetProperty("name").GetString() == "special-needs");
        Assert.All(special.GetProperty("counts").EnumerateArray(), count => Assert.Equal(JsonValueKind.Null, count.ValueKind));
        var whole = (await school.GetAsync(school.Path(run, "/report"), school.Staff)).Json.GetProperty("counts").EnumerateArray()
            .Single(line => line.GetProperty("name").GetString() == "special-needs");
        Assert.Equal(2, whole.GetProperty("counts").EnumerateArray().Sum(count => count.GetInt32()));
        Assert.DoesNotContain(School.NameOf(3), answer.Text, StringComparison.Ordinal);
        Assert.Contains("<3", (XDocument.Parse((await school.GetAsync(school.Path(run, "/report?format=svg"))).Text).Root!).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AsAPicture_IsSvgInTheCallersLanguageWithTitleAndDescription()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        var answer = await school.GetAsync(school.Path(run, "/report?format=svg"));

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("image/svg+xml", answer.Headers["Content-Type"], StringComparison.Ordinal);
        var svg = XDocument.Parse(answer.Text).Root!;
        Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Name);
        Assert.Contains("36 名学生", svg.Elements().First().Value, StringComparison.Ordinal);
        Assert.Equal(["title", "desc"], svg.Elements().Take(2).Select(element => element.Name.LocalName));
        // Three classes with heads, boys and girls; special needs, of which there are none, are withheld as one line.
        Assert.Equal(9, svg.Elements().Count(element => element.Name.LocalName == "rect" && (string?)element.Attribute("class") == "b"));
    }

    [Fact]
    public async Task Report_BeforeItIsThereOrForOthers_IsRefused()
    {
        var (school, other) = (NewSchool(), NewSchool());
        var run = await school.DrawingAsync();

        (await school.GetAsync(school.Path(run, "/report"), school.Staff)).AssertProblem(409, "draw-not-drawn");
        (await school.GetAsync(school.Path(run, "/report"))).AssertProblem(404, "not-found");
        await fixture.Service.Hand.DrainAsync([PlacementNames.Queue]);

        Assert.Equal(200, (await school.GetAsync(school.Path(run, "/report"), school.Staff)).Status);
        Assert.Equal(200, (await school.GetAsync(school.Path(run, "/report"), school.Bureau)).Status);
        (await school.GetAsync(school.Path(run, "/report"))).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path(run, "/report"), other.Staff)).AssertProblem(404, "not-found");
        (await school.GetAsync(school.Path("run0000000000000000", "/report"), school.Staff)).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("SVG")]
    [InlineData("")]
    public async Task Report_InAnUnknownFormat_IsRefused(string format)
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();

        var answer = await school.GetAsync(school.Path(run, $"/report?format={format}"));

        Assert.Equal(["unknown-value at ?format"], answer.Faults);
    }

    [Fact]
    public async Task Report_OfAVoidPlacementThatWasPublic_StaysPublic()
    {
        var school = NewSchool();
        var run = await school.PublishedAsync();
        var before = await school.GetAsync(school.Path(run, "/report"));
        School.Ok(await school.PostAsync(run, "void", new { reason = "漏报一名学生" }));
        School.Ok(await school.PostAsync(run, "void/confirm", token: school.SecondOfBureau));

        Assert.Equal(before.Text, (await school.GetAsync(school.Path(run, "/report"))).Text);
    }

    [Fact]
    public async Task Report_Stored_IsNotInClear()
    {
        var school = NewSchool();

        var run = await school.PublishedAsync();

        Assert.DoesNotContain(await fixture.Service.Stored.EverythingAsync(PlacementNames.Table, PlacementNames.Container),
            stored => stored.Contains(BalanceReport.KnownFormat, StringComparison.Ordinal));
        Assert.Equal(200, (await school.GetAsync(school.Path(run, "/report"))).Status);
    }

    /// <summary>The usual pupils with two scores and two of them with special needs.</summary>
    private static string Scored(int pupils) => string.Join('\n', School.Roster(pupils).Split('\n').Select((line, i) => line.Length == 0 ? line : i == 0
        ? line + ",特殊需要,成绩:语文,成绩:数学"
        : string.Create(CultureInfo.InvariantCulture, $"{line},{(i is 5 or 20 ? "听力" : "")},{60 + i * 7 % 37},{55 + i * 11 % 43}")));

    private School NewSchool() => new(fixture.Service.Http, fixture.Service.Hand, $"LC-B{Interlocked.Increment(ref _schools):000}");
}
