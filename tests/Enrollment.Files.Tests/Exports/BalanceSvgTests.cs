using System.Collections;
using System.Globalization;
using System.Xml.Linq;
using Enrollment.Domain.Placement.Reporting;
using Enrollment.Files.Exports;

namespace Enrollment.Files.Tests.Exports;

public sealed class BalanceSvgTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly Standing Some = new(10, 20, 970);

    [Fact]
    public void Draw_AReport_HasABarAndItsValueInWordsForEachClassAndFigure()
    {
        var svg = XDocument.Parse(BalanceSvg.Draw(Report(Heads(45, 46, 0), Score("score:数学", 70.125m, 71.5m, null)), Chinese)).Root!;

        Assert.Equal(["title", "desc"], svg.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.Equal("title desc", (string?)svg.Attribute("aria-labelledby"));
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(9, Bars(svg).Length);
        // The longest bar is the largest count; the others in proportion.
        Assert.Equal([176, 180, 0], Bars(svg).Take(3).Select(bar => (int)bar.Attribute("width")!));
        Assert.Equal(["45", "46", "0", "70.125", "71.5", "无学生"], Texts(svg, "v").Take(6));
        Assert.Equal(["1班", "2班", "3班"], Texts(svg, "l").Take(3));
        Assert.Equal(["人数：最大差 46", "数学（十分之一分） 平均值：最大差 1.375", "数学（十分之一分） 标准差：最大差 0.5"], Texts(svg, "s"));
        Assert.Contains("均衡指数 0.275：高度均衡", Texts(svg, "n"));
    }

    [Fact]
    public void Draw_InEnglish_SaysTheSame()
    {
        var svg = XDocument.Parse(BalanceSvg.Draw(Report(Heads(2, 2), Score("total", 1m, 2m)), English)).Root!;

        Assert.Equal("Class balance report: 4 pupils, 2 classes", svg.Elements().First().Value);
        Assert.Contains("Index 0.275: highly balanced", Texts(svg, "n"));
    }

    [Theory]
    [InlineData("score:<script>alert(1)</script>")]
    [InlineData("category:a&b\"'")]
    [InlineData("score:{0}")]
    [InlineData("score:\u0001\u0008\uFFFE")]
    [InlineData("score:𠮷野")]
    public void Draw_ANameOfAnyLetters_IsStillOnePicture(string name)
    {
        var svg = XDocument.Parse(BalanceSvg.Draw(Report(Heads(2, 2), Score(name, 1m, 2m)), Chinese)).Root!;

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is not ("title" or "desc" or "style" or "rect" or "text"));
        Assert.Equal(6, Bars(svg).Length);
    }

    [Fact]
    public void Draw_WhatIsWithheld_SaysSo_AndALineOfNothingElseIsOneLine()
    {
        var report = Report(Heads(9, 9), Score("total", 1m, 2m)) with { FewerThan = 3 };
        report = report with { Counts = [report.Counts[0], new CountLine("boarding", 1, [null, 8], Range: null, Lots: null), new CountLine("migrant", 0, [null, null], Range: null, Lots: null)] };

        var svg = XDocument.Parse(BalanceSvg.Draw(report, Chinese)).Root!;

        Assert.Equal(["9", "9", "<3 或不公布", "8"], Texts(svg, "v").Take(4));
        Assert.Contains("寄宿 第 1 组：最大差不公布", Texts(svg, "s"));
        Assert.Contains("<3 或不公布", Texts(svg, "n"));
        Assert.Equal(8, Bars(svg).Length);
    }

    [Fact]
    public void Draw_ManyClasses_ShowsSixtyAndSaysWhereTheOthersAre()
    {
        var svg = XDocument.Parse(BalanceSvg.Draw(Report(Heads([.. Enumerable.Repeat(45, 2000)])), Chinese)).Root!;

        Assert.Equal(60, Bars(svg).Length);
        Assert.Contains("另有 1940 个班级见数据，图中未列", Texts(svg, "n"));
    }

    [Fact]
    public void Draw_ALongNote_StaysOnThePage() =>
        Assert.All(Texts(XDocument.Parse(BalanceSvg.Draw(Report(Heads(45, 46)), English)).Root!, "n"), note => Assert.InRange(note.Length, 1, 54));

    [Fact]
    public void Texts_InBothLanguages_AreTheSameKeys()
    {
        Assert.Equal(Keys(CultureInfo.InvariantCulture), Keys(Chinese));
        Assert.All(Enum.GetNames<BalanceBand>(), band => Assert.Contains($"Band_{band}", Keys(Chinese)));
    }

    private static BalanceReport Report(CountLine heads, params NumberLine[] numbers) => new(BalanceReport.KnownFormat, heads.Counts.Sum() ?? 0, heads.Counts.Count, Lots: 1000,
        FewerThan: null, [heads], numbers, new OverallLine(1.5m, 1m, 0.000491m, Some));

    private static CountLine Heads(params int[] counts) => new("heads", Level: null, [.. counts], counts.Max() - counts.Min(), Some);

    private static NumberLine Score(string name, params decimal?[] means) =>
        new(name, means, means, means.Max() - means.Min(), 0.5m, 0.1m, 0.275m, BalanceBand.HighlyBalanced, Some, Some);

    private static XElement[] Bars(XElement svg) => [.. svg.Elements().Where(element => (string?)element.Attribute("class") == "b")];

    private static IEnumerable<string> Texts(XElement svg, string kind) =>
        svg.Elements().Where(element => element.Name.LocalName == "text" && (string?)element.Attribute("class") == kind).Select(element => element.Value);

    private static IEnumerable<string> Keys(CultureInfo language) =>
        BalanceTexts.Resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);
}
