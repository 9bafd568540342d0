using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Files.Rosters;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>Files made to harm: each is refused with a fault, none is half read, none throws.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("报名号,姓名")]
    [InlineData("%PDF-1.7")]
    public void FromWorkbook_AnotherFile_IsNotAWorkbook(string content) => Refused("NotAWorkbook", Encoding.UTF8.GetBytes(content));

    [Fact]
    public void FromWorkbook_ZipOfSomethingElse_IsNotAWorkbook() => Refused("NotAWorkbook", Package(("letter.txt", "hello")));

    [Fact]
    public void FromWorkbook_WithAPassword_IsEncrypted() => Refused("Encrypted", CompoundFile("EncryptedPackage"));

    [Fact]
    public void FromWorkbook_OldXls_IsNotAWorkbook() => Refused("NotAWorkbook", CompoundFile("Workbook"));

    [Fact]
    public void FromWorkbook_Bomb_IsNotUnpacked()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused("Unpacks", new SomeBook().WithXml("学生", new string(' ', 64 << 20)).Save(CompressionLevel.Optimal).ToArray(), () => before = GC.GetAllocatedBytesForCurrentThread());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void FromWorkbook_ThousandsOfParts_AreNotUnpacked() => Refused("Unpacks", Package([.. Enumerable.Range(0, 600).Select(i => (SomeRoster.Invariant($"part{i}.xml"), "<x/>"))]));

    [Fact]
    public void FromWorkbook_DirectoryOfMegabytes_IsNotUnpacked() => Refused("Unpacks", Package(("_rels/.rels", Noise(5 << 20))));

    [Fact]
    public void FromWorkbook_DirectoryThatLiesAboutLengths_IsRefused()
    {
        var honest = new SomeBook().WithXml("学生", string.Concat(SomeRoster.Grid().Select(SomeBook.Row)) + new string(' ', 64 << 20)).With("班级", [["班号", "容量"], ["1", "30"]]).Save(CompressionLevel.Optimal).ToArray();

        Refused("NotAWorkbook", Shortened(honest, "xl/worksheets/sheet1.xml", 2000));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    public void FromWorkbook_Entities_AreNotExpanded(string declaration) =>
        Refused("NotAWorkbook", Package([.. SomeBook.Of(SomeRoster.Grid()).Parts().Select(part => part.Name == "xl/worksheets/sheet1.xml" ? (part.Name, declaration + part.Text) : part)]));

    [Fact]
    public void FromWorkbook_RowOfAMillionCells_HoldsNoneOfThem()
    {
        var book = new SomeBook().WithXml("学生", string.Concat(SomeRoster.Grid().Select(SomeBook.Row)) + $"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000_000))}</row>");

        Assert.Contains("GS8 NoHeading", ReadRoster.FromWorkbook(book.Save(CompressionLevel.NoCompression), [30]).Faults());
    }

    [Fact]
    public void FromWorkbook_TextOfMegabytes_IsTooLong()
    {
        var noise = Noise(2 << 20);

        Assert.Equal(["F3 TooLong", "C4 TooLong"], Reading.OfBook(SomeRoster.Grid($"F3={noise}|C4={noise}")).Faults());
    }

    [Theory]
    [InlineData("<c t=\"str\"><v>", "</v></c>")]
    [InlineData("<c t=\"inlineStr\"><is><t>", "</t></is></c>")]
    public void FromWorkbook_TextOfMegabytes_IsNotHeld(string start, string end)
    {
        using var book = new SomeBook().With("学生", SomeRoster.Grid($"F3={start}{new string('文', 8 << 20)}{end}")).Save(CompressionLevel.NoCompression);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = ReadRoster.FromWorkbook(book, [30]);

        Assert.Equal(["F3 TooLong"], reading.Faults());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void FromWorkbook_SharedTextOfMegabytes_IsNotHeld()
    {
        using var book = new SomeBook { SharedStrings = $"<si><t>{new string('文', 8 << 20)}</t></si>" }.With("学生", SomeRoster.Grid("F3=<c t=\"s\"><v>0</v></c>")).Save(CompressionLevel.NoCompression);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = ReadRoster.FromWorkbook(book, [30]);

        Assert.Equal(["F3 TooLong"], reading.Faults());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void FromWorkbook_AnyByteChanged_GivesARosterOrFaults()
    {
        var good = SomeBook.Of(SomeRoster.Grid()).Save(CompressionLevel.NoCompression).ToArray();

        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var bytes = good.ToArray();
            foreach (var (at, value) in changes)
                bytes[at] = value;
            ReadRoster.FromWorkbook(new MemoryStream(bytes));
        }, iter: 3000);
    }

    [Fact]
    public void FromWorkbook_AnyXmlChanged_GivesARosterOrFaults()
    {
        var parts = SomeBook.Of(SomeRoster.Grid("E2=<c r=\"E2\" s=\"1\"><v>41519</v></c>")).Parts().ToArray();

        // Zip checksums would hide these changes: every part is changed before it is packed.
        Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Int[0, int.MaxValue], OneOf("", "<", ">", "\"", "9999999999", "-1", "r", "<row r=\"-5\"/>", "<c r=\"0\"/>", "</c>", "NaN", "1E400")).Sample((part, at, put) =>
        {
            var text = parts[part].Text;
            var changed = parts.ToArray();
            changed[part] = (parts[part].Name, text.Remove(at % text.Length, 1).Insert(at % text.Length, put));
            ReadRoster.FromWorkbook(new MemoryStream(Package(changed)));
        }, iter: 3000);
    }

    [Fact]
    public void FromWorkbook_CutAnywhere_IsRefused()
    {
        var good = SomeBook.Of(SomeRoster.Grid()).Save().ToArray();

        for (var length = 0; length < good.Length; length += 7)
            Refused("NotAWorkbook", good[..length]);
    }

    [Fact]
    public void FromCsv_AnyBytes_GivesARosterOrFaults() =>
        Gen.Byte.Array[0, 400].Sample(bytes => ReadRoster.FromCsv(new MemoryStream(bytes), Reading.TwoClasses), iter: 3000);

    [Fact]
    public void FromCsv_AnyCellReplaced_GivesARosterOrFaultsThatDoNotSayIt()
    {
        var units = Gen.Char['\0', '\uFFFF'].Array[0, 60].Select(chars => new string(chars));
        var texts = Gen.OneOf(units, OneOf("=HYPERLINK(\"http://x\")", "'; DROP TABLE x;--", "{0}{1}", "\uD800", "1e400", "٣", new string('9', 60_000)));

        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 15], texts).Sample((row, column, text) =>
        {
            var grid = SomeRoster.Grid();
            grid[row] = [.. grid[row].Select((cell, place) => place == column ? text : cell)];
            if (Reading.OfCsv(grid) is RosterReading.Faulty faulty && text.Length > 7)
                Assert.DoesNotContain(faulty.Faults, fault => fault.ToString().Contains(text, StringComparison.Ordinal));
        }, iter: 3000);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void Refused(string fault, byte[] file, Action? before = null)
    {
        using var stream = new MemoryStream(file);
        before?.Invoke();

        Assert.Equal([fault], ReadRoster.FromWorkbook(stream).Faults());
    }

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
                SomeBook.Add(package, name, text);
        }
        return stream.ToArray();
    }

    /// <summary>The start of a compound file and, across the border of the reader's buffer, one stream's name.</summary>
    private static byte[] CompoundFile(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[65_520], .. Encoding.Unicode.GetBytes(stream), .. new byte[999]];

    /// <summary>Characters that do not compress far.</summary>
    private static string Noise(int length)
    {
        var chance = new DrawSeed(Digest.Of("noise"u8)).Chance("noise");
        return string.Create(length, chance, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)('a' + from.Below(26));
        });
    }

    /// <summary>The package's directory says an entry unpacks to less than it does (APPNOTE 4.3.12: length at 24, name at 46).</summary>
    private static byte[] Shortened(byte[] package, string entry, int length)
    {
        for (var at = 0; at < package.Length - 46; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(package.AsSpan(at)) == 0x02014B50 && package.AsSpan(at + 46).StartsWith(Encoding.UTF8.GetBytes(entry)))
                BinaryPrimitives.WriteInt32LittleEndian(package.AsSpan(at + 24), length);
        }
        return package;
    }
}
