using System.Buffers.Text;
using System.Text;
using CsCheck;
using Enrollment.DepartmentSimulator.Files;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Webhooks;
using SimulatorKey = Enrollment.DepartmentSimulator.Signatures.WebhookKey;

namespace Enrollment.Functions.Tests.Departments.Files;

public sealed class SealedFileTests
{
    private static readonly WebhookKey Key = WebhookKey.Parse(ExchangeSetup.KeyOf(0x23));

    private static readonly Gen<(string, string)[]> Rows = Gen.Select(
        Gen.String[Gen.Char["abcXYZ019-"], 0, 20].Select(text => "r" + text), Gen.Byte.Array[3, 30].Select(bytes => Base64Url.EncodeToString(bytes))).Array[0, 8];

    // docs/departments.md's vector, made with another library (Python's cryptography).
    [Fact]
    public void Open_TheDocumentedVector_GivesItsPlaintext() =>
        Assert.Equal("{}"u8.ToArray(), SealedCell.Open([Key], SealedCell.Answer, "r-1", "AQEBAQEBAQEBAQEByccRu2lCY9oELU4G5NmMeqOz"));

    [Fact]
    public void Open_WhatTheSimulatorSealed_IsTheSame()
    {
        Assert.True(SimulatorKey.TryParse(ExchangeSetup.KeyOf(0x23), out var theirs));

        Gen.Select(Gen.Byte.Array[0, 200], Gen.String[Gen.Char["abc019-"], 1, 20]).Sample((plain, requestId) =>
            SealedCell.Open([Key], SealedCell.Answer, requestId, SealedBox.Seal(theirs!, "answer", requestId, plain))!.SequenceEqual(plain)
            && SealedBox.Open(theirs!, "question", requestId, SealedCell.Seal(Key, SealedCell.Question, requestId, plain)).SequenceEqual(plain));
    }

    [Fact]
    public void Open_AnythingElse_OpensNothing()
    {
        var cell = SealedCell.Seal(Key, SealedCell.Answer, "r-1", "{}"u8);

        Assert.Null(SealedCell.Open([Key], SealedCell.Answer, "r-2", cell));
        Assert.Null(SealedCell.Open([Key], SealedCell.Question, "r-1", cell));
        Assert.Null(SealedCell.Open([WebhookKey.Parse(ExchangeSetup.KeyOf(0x24))], SealedCell.Answer, "r-1", cell));
        Assert.Null(SealedCell.Open([], SealedCell.Answer, "r-1", cell));
        Assert.Equal("{}"u8.ToArray(), SealedCell.Open([WebhookKey.Parse(ExchangeSetup.KeyOf(0x24)), Key], SealedCell.Answer, "r-1", cell));
        for (var at = 0; at < cell.Length; at++)
            Assert.Null(SealedCell.Open([Key], SealedCell.Answer, "r-1", cell[..at] + (cell[at] == 'A' ? 'B' : 'A') + cell[(at + 1)..]));
    }

    [Fact]
    public void Read_WhatWasWritten_GivesItsRows() => Rows.Sample(rows =>
        SealedFile.Read(SealedCell.Answer, SealedFile.Write(SealedCell.Answer, rows)) is FileReading.Whole whole
        && whole.Rows.Select(row => (row.RequestId!, row.Cell)).SequenceEqual(rows));

    [Fact]
    public void Read_OneByteAnother_IsNeverWholeWithOtherRows() => Gen.Select(Rows, Gen.Int[0, int.MaxValue], Gen.Byte).Sample((rows, where, what) =>
    {
        var file = SealedFile.Write(SealedCell.Answer, rows);
        file[where % file.Length] = what;
        return SealedFile.Read(SealedCell.Answer, file) is not FileReading.Whole whole || whole.Rows.Select(row => (row.RequestId ?? "", row.Cell)).SequenceEqual(rows);
    });

    [Fact]
    public void Read_CutOffAnywhere_IsNeverWholeWithFewerRows() => Gen.Select(Rows, Gen.Int[0, int.MaxValue]).Sample((rows, where) =>
    {
        var file = SealedFile.Write(SealedCell.Answer, rows);
        return SealedFile.Read(SealedCell.Answer, file.AsSpan(0, where % file.Length)) is not FileReading.Whole whole || whole.Rows.Count == rows.Length;
    });

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("#end,0,")]
    [InlineData("#end")]
    [InlineData("#end,1,2,3")]
    [InlineData("\uFEFFrequestId,answer\n#end,0,0")]
    public void Read_Nonsense_IsNotWhole(string text) => Assert.IsNotType<FileReading.Whole>(SealedFile.Read(SealedCell.Answer, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("2026-07-01T11:59:59Z", "2026-06-30T12:00:00Z")]
    [InlineData("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z")]
    [InlineData("2026-07-02T11:59:59Z", "2026-07-01T12:00:00Z")]
    public void DueBefore_EightInTheEveningOfBeijing_IsTheBorder(string now, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            new FileExchangeOptions().DueBefore(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
}
