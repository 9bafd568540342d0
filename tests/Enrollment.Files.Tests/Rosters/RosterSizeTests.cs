using System.Diagnostics;
using System.IO.Compression;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Files.Rosters;
using Xunit.Abstractions;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>The heap is the whole process's: nothing else may run beside what measures it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>How much a large roster takes. The figures go to the test's output; the bounds are what docs/rosters.md promises.</summary>
[Collection(nameof(Alone))]
public sealed class RosterSizeTests(ITestOutputHelper output)
{
    private const int FirstIdeograph = 0x4E00;
    private const int Ideographs = 20_000;

    [Fact]
    public void FromWorkbook_TwentyMegabytes_IsReadInThreeHundred()
    {
        using var book = Large(rows: 170_000).Save(CompressionLevel.Optimal);
        Assert.InRange(book.Length, 20_000_000, 60_000_000);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var watched = new WatchedStream(book);

        var reading = ReadRoster.FromWorkbook(watched, [.. Enumerable.Repeat(200, 900)]);

        Report($"{book.Length / 1e6:0.0} MB of workbook, heap at most {(watched.MostHeap - before) / 1e6:0} MB more, after {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB", watched.Clock);
        Assert.Equal(170_000, reading.Roster().Pupils.Count);
        // A watcher that never looks would see less than what is kept.
        Assert.InRange(watched.MostHeap - before, 50_000_000, 300_000_000);
    }

    [Fact]
    public void FromCsv_TwentyThousandPupils_AreAllRead()
    {
        using var csv = SomeRoster.Csv([SomeRoster.Header, .. Many(20_000)]);
        var clock = Stopwatch.StartNew();

        var reading = ReadRoster.FromCsv(csv, [.. Enumerable.Repeat(50, 400)]);

        Report($"20,000 pupils from {csv.Length / 1e6:0.0} MB of CSV", clock);
        Assert.Equal(20_000, reading.Roster().Pupils.Count);
    }

    [Fact]
    public void FromWorkbook_TwentyThousandPupils_AreAllRead()
    {
        using var book = new SomeBook().With("学生", [SomeRoster.Header, .. Many(20_000)]).Save();
        var clock = Stopwatch.StartNew();

        var reading = ReadRoster.FromWorkbook(book, [.. Enumerable.Repeat(50, 400)]);

        Report($"20,000 pupils from {book.Length / 1e6:0.0} MB of workbook", clock);
        Assert.Equal(20_000, reading.Roster().Pupils.Count);
    }

    private static IEnumerable<string[]> Many(int rows) =>
        Enumerable.Range(1, rows).Select(number => SomeRoster.Pupil(number, "林一", number % 2 == 0 ? Sex.Female : Sex.Male, "", ""));

    /// <summary>Names, schools and groups of any characters, as shared texts that do not compress.</summary>
    private static SomeBook Large(int rows)
    {
        var (chance, strings, count) = (new DrawSeed(Digest.Of("large workbook"u8)).Chance("texts"), new System.Text.StringBuilder(), 0);
        string Shared(int length)
        {
            strings.Append("<si><t>");
            for (var i = 0; i < length; i++)
                strings.Append((char)(FirstIdeograph + chance.Below(Ideographs)));
            strings.Append("</t></si>");
            return SomeRoster.Invariant($"<c t=\"s\"><v>{count++}</v></c>");
        }
        var xml = new System.Text.StringBuilder(SomeBook.Row(["报名号", "姓名", "性别", "出生日期", "毕业小学", "类别:一", "成绩:语文"]));
        for (var row = 1; row <= rows; row++)
        {
            xml.Append(SomeRoster.Invariant($"<row r=\"{row + 1}\"><c t=\"inlineStr\"><is><t>T{row}</t></is></c>{Shared(4)}<c t=\"inlineStr\"><is><t>男</t></is></c>"))
                .Append(SomeRoster.Invariant($"<c t=\"inlineStr\"><is><t>2013-09-01</t></is></c>{Shared(26)}{Shared(22)}<c><v>{chance.Below(1000)}</v></c></row>"));
        }
        return new SomeBook { SharedStrings = strings.ToString() }.WithXml("学生", xml.ToString());
    }

    private void Report(FormattableString what, Stopwatch clock) => output.WriteLine(SomeRoster.Invariant($"{SomeRoster.Invariant(what)}: {clock.ElapsedMilliseconds} ms"));
}
