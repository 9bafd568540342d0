using System.Globalization;
using System.Text;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Platform.Webhooks;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification.Callbacks;
using Enrollment.Functions.Verification.Files;
using static Enrollment.Functions.Tests.Verification.Files.FilesFixture;

namespace Enrollment.Functions.Tests.Verification.Files;

/// <summary>Social security is asked by files; the simulator reads and writes them by its own reading of docs/departments.md.</summary>
public sealed class FileExchangeTests(FilesFixture fixture) : IClassFixture<FilesFixture>
{
    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Files_WholeNight_SettlesTheApplication()
    {
        var (parent, id) = await fixture.ApplyAsync();
        Assert.Equal("Pending", await CheckAsync(parent, id));

        await fixture.WriteAsync();
        await _service.AnswerFilesAsync();
        await fixture.ReadAsync();

        Assert.Equal(("Match", "Verified"), (await CheckAsync(parent, id), await StatusAsync(parent, id)));
        Assert.Equal(1, (await _service.Stored.EventsAsync(id)).Count(e => e == "CallbackPromised"));
        Assert.Equal("Applied", Assert.Single(await SocialSecurityAnswersAsync(id)));
        Assert.Empty(await _service.Stored.RowsAsync(FileQuestions.Table));
    }

    [Fact]
    public async Task Files_BeforeTheHour_AreNotWritten()
    {
        await fixture.ApplyAsync();
        var before = await fixture.FilesAsync(DepartmentFiles.Questions);

        await _service.Hand.RunTimerAsync(nameof(WriteQuestionFiles));
        Assert.Equal(before, await fixture.FilesAsync(DepartmentFiles.Questions));

        await fixture.WriteAsync();
        Assert.Single((await fixture.FilesAsync(DepartmentFiles.Questions)).Except(before));
    }

    [Fact]
    public async Task Files_OfQuestionsAndAnswers_HoldNoPersonalData()
    {
        var (parent, _) = await fixture.ApplyAsync();
        await fixture.WriteAsync();
        await _service.AnswerFilesAsync();
        await fixture.ReadAsync();

        string[] personal = [parent.ChildNumber, parent.Form["guardian"]!["documentNumber"]!.ToString(), parent.Form["child"]!["name"]!.ToString()];
        foreach (var folder in (string[])[DepartmentFiles.Questions, DepartmentFiles.Answers, DepartmentFiles.Receipts])
        {
            var files = await fixture.FilesAsync(folder);
            Assert.NotEmpty(files);
            foreach (var file in files)
            {
                var text = await fixture.TextAsync(file);
                Assert.All(personal, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Files_AskedTwiceBeforeTheNight_HoldTheQuestionOnce()
    {
        var (_, id) = await fixture.ApplyAsync();
        await _service.Hand.DeliverAsync("CheckWithSocialSecurity", new { applicationId = id });

        Assert.Single(await _service.Stored.RowsAsync(FileQuestions.Table), row => row.RowKey.StartsWith(id, StringComparison.Ordinal));
        await fixture.WriteAsync();

        Assert.Equal(1, await LinesWithAsync(id));
    }

    [Fact]
    public async Task Files_WithdrawnMeanwhile_AskNothingOfTheFamily()
    {
        var (parent, id) = await fixture.ApplyAsync();
        Assert.Equal(200, (await parent.WithdrawAsync(id, (await parent.GetAsync(id)).ETag)).Status);

        await fixture.WriteAsync();

        Assert.Equal(0, await LinesWithAsync(id));
        Assert.DoesNotContain(await _service.Stored.RowsAsync(FileQuestions.Table), row => row.RowKey.StartsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_MoreQuestionsThanAFileHolds_GoIntoSeveral()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add((await fixture.ApplyAsync()).Id);
        var before = await fixture.FilesAsync(DepartmentFiles.Questions);
        var rows = (await _service.Stored.RowsAsync(FileQuestions.Table)).Count;

        Assert.True(rows >= ids.Count);
        await fixture.WriteAsync();

        Assert.NotEmpty((await fixture.FilesAsync(DepartmentFiles.Questions)).Except(before));
        foreach (var id in ids)
            Assert.Equal(1, await LinesWithAsync(id));
    }

    [Theory]
    [InlineData("Whole", "Taken")]
    [InlineData("Partial", "Taken Taken")]
    [InlineData("Repeated", "Repeated Taken")]
    [InlineData("Corrupted", "Corrupt Taken")]
    [InlineData("CutOff", "Taken")]
    [InlineData("Late", "Taken")]
    public async Task Files_HoweverTheAnswersCome_EveryFamilyIsAnsweredOnce(string kind, string receipts)
    {
        var families = new[] { await fixture.ApplyAsync(), await fixture.ApplyAsync() };
        // What other tests left.
        await _service.AnswerFilesAsync();
        await fixture.ReadAsync();
        var before = await fixture.FilesAsync(DepartmentFiles.Receipts);
        await _service.Departments.ExchangeFilesAsync(Department.SocialSecurity, kind);
        await fixture.WriteAsync();

        await _service.AnswerFilesAsync();
        await fixture.ReadAsync();
        await fixture.ReadAsync();

        foreach (var (parent, id) in families)
        {
            Assert.Equal("Verified", await StatusAsync(parent, id));
            Assert.Equal(1, (await _service.Stored.EventsAsync(id)).Count(e => e == "CategoryEstablished"));
        }
        var told = new List<string>();
        foreach (var receipt in (await fixture.FilesAsync(DepartmentFiles.Receipts)).Except(before))
            told.Add(await fixture.TextAsync(receipt) switch { var text when text.Contains("FileCorrupt") => "Corrupt", var text when text.Contains("Repeated") => "Repeated", _ => "Taken" });
        Assert.Equal(receipts, string.Join(' ', told.Order(StringComparer.Ordinal)));
        await _service.Departments.ExchangeFilesAsync(Department.SocialSecurity, "Whole");
    }

    [Fact]
    public async Task Files_TwoDifferentAnswersToOneQuestion_TakeTheFirstAndTellTheConflict()
    {
        var (parent, id) = await fixture.ApplyAsync();
        await _service.Departments.BehaveAsync(Department.SocialSecurity, new { kind = "TwoDifferentAnswers" }, parent.ChildNumber);
        await fixture.WriteAsync();

        await _service.AnswerFilesAsync();
        await fixture.ReadAsync();

        // Which of them is the first, is this clock's to say, which stands still.
        Assert.Contains(await StatusAsync(parent, id), (string[])["Verified", "CorrectionRequested"]);
        Assert.Equal((1, 1), ((await _service.Stored.EventsAsync(id)).Count(e => e == "ConflictingAnswer"), (await SocialSecurityAnswersAsync(id)).Count));
    }

    [Fact]
    public async Task Files_NoAnswerForAFamily_AskAgainInALaterFileAndThenAPersonLooks()
    {
        var (parent, id) = await fixture.ApplyAsync();
        await _service.Departments.BehaveAsync(Department.SocialSecurity, new { kind = "NeverCallBack" }, parent.ChildNumber);

        for (var night = 0; night < 6; night++)
        {
            await fixture.WriteAsync();
            await _service.AnswerFilesAsync();
            await fixture.ReadAsync();
            await _service.Hand.SweepAsync();
            await _service.Hand.DrainAsync();
        }

        Assert.Equal("SourceUnavailable", await CheckAsync(parent, id));
        Assert.Equal(1, (await _service.Stored.EventsAsync(id)).Count(e => e == "AskedAgain"));
    }

    [Fact]
    public async Task Rows_NobodyCouldTake_AreNamedInTheReceiptAndTheOthersAreTaken()
    {
        var (parent, id) = await fixture.ApplyAsync();
        await fixture.WriteAsync();
        await _service.AnswerFilesAsync();
        var (good, requestId) = (await AnswerOfAsync(id), $"{id}-SocialSecurity-1");
        await DeleteAnswersAsync();

        var receipt = await fixture.ReceiptForAsync("mixed.csv", Sealed(
            ("=cmd|'/c calc'!A1", "AAAA"), ($"{id}-SocialSecurity-9", Seal($"{id}-SocialSecurity-9", AnswerTo($"{id}-SocialSecurity-9", id))), (requestId, "AAAA"),
            (requestId, Seal("another-request", good)), (requestId, SealedCell.Seal(WebhookKey.Parse("whsec_" + new string('A', 44)), SealedCell.Answer, requestId, good)),
            (requestId, Seal(requestId, "{}"u8)), (requestId, Seal(requestId, new byte[20_001])), (requestId, new string('A', 60_000)), (requestId, "\"AAAA\""),
            (requestId, "+AAA"), (requestId, Seal(requestId, AnswerTo("another", id))), (requestId, Seal(requestId, good)), (requestId, Seal(requestId, good))));

        Assert.Equal(
            ["2,,Malformed", $"3,{id}-SocialSecurity-9,Unknown", $"4,{requestId},NotSealed", $"5,{requestId},NotSealed", $"6,{requestId},NotSealed",
                $"7,{requestId},OutsideContract", $"8,{requestId},TooLarge", $"9,{requestId},TooLarge", "10,,Malformed", "11,,Malformed", $"12,{requestId},OutsideContract",
                $"14,{requestId},Repeated", "#end,13,1"],
            receipt.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.Equal("Verified", await StatusAsync(parent, id));
    }

    [Theory]
    [InlineData("no trailer", "FileIncomplete")]
    [InlineData("other hash", "FileCorrupt")]
    [InlineData("other count", "FileCorrupt")]
    [InlineData("other header", "FileCorrupt")]
    [InlineData("bytes that are no text", "FileCorrupt")]
    [InlineData("empty", "FileIncomplete")]
    public async Task File_WithoutItsHash_IsNotReadAndLosesNothing(string damage, string fault)
    {
        var (parent, id) = await fixture.ApplyAsync();
        await fixture.WriteAsync();
        await _service.AnswerFilesAsync();
        var requestId = $"{id}-SocialSecurity-1";
        var whole = Sealed((requestId, Seal(requestId, await AnswerOfAsync(id))));
        await DeleteAnswersAsync();

        var receipt = await fixture.ReceiptForAsync($"damaged-{Guid.NewGuid():N}.csv", Damaged(whole, damage));

        Assert.Contains($"0,,{fault}\r\n", receipt, StringComparison.Ordinal);
        Assert.Equal("Pending", await CheckAsync(parent, id));
        await fixture.ReceiptForAsync($"mended-{Guid.NewGuid():N}.csv", whole);
        Assert.Equal("Match", await CheckAsync(parent, id));
    }

    [Fact]
    public async Task File_ReadAgainAfterACrash_ChangesNothing()
    {
        var (_, id) = await fixture.ApplyAsync();
        await fixture.WriteAsync();
        await _service.AnswerFilesAsync();
        await fixture.ReadAsync();
        var (rows, events) = (await _service.Stored.RowsAsync(CallbackInbox.Table), await _service.Stored.EventsAsync(id));

        foreach (var read in await _service.Stored.RowsAsync(ReadFiles.Table))
            await _service.Stored.Table(ReadFiles.Table).DeleteEntityAsync(read.PartitionKey, read.RowKey, read.ETag);
        await using var restarted = await Service.StartAsync(new ServiceOptions
        {
            Clock = fixture.Clock,
            Account = _service.Account,
            Settings = new Dictionary<string, string>(ServiceFixture.HandHeld, StringComparer.Ordinal) { ["Departments:SocialSecurity:Mode"] = "Files" },
        });
        await restarted.Hand.RunTimerAsync(nameof(ReadAnswerFiles));
        await restarted.Hand.DrainAsync();

        Assert.Equal(rows.Count, (await _service.Stored.RowsAsync(CallbackInbox.Table)).Count);
        Assert.Equal(events, await _service.Stored.EventsAsync(id));
    }

    [Fact]
    public async Task ForgetFiles_KeptLongEnough_AreGone()
    {
        await fixture.Container.GetBlobClient("questions/police/old.csv").UploadAsync(BinaryData.FromString("x"), overwrite: true);

        await _service.Hand.RunTimerAsync(nameof(ForgetFiles));
        Assert.Single(await _service.Stored.BlobsAsync(DepartmentFiles.Container, "questions/police/"));
        await using var later = await Service.StartAsync(new ServiceOptions
        {
            Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(15)),
            Account = _service.Account,
            Settings = ServiceFixture.HandHeld,
        });
        await later.Hand.RunTimerAsync(nameof(ForgetFiles));

        Assert.Empty(await _service.Stored.BlobsAsync(DepartmentFiles.Container, "questions/police/"));
    }

    private static byte[] Damaged(byte[] whole, string damage)
    {
        var text = Encoding.ASCII.GetString(whole);
        return damage switch
        {
            "no trailer" => Encoding.ASCII.GetBytes(text[..text.LastIndexOf("#end", StringComparison.Ordinal)]),
            "other hash" => Encoding.ASCII.GetBytes(text[..^3] + (text[^3] == '0' ? '1' : '0') + "\r\n"),
            "other count" => Encoding.ASCII.GetBytes(text.Replace("#end,1,", "#end,2,", StringComparison.Ordinal)),
            "other header" => SealedFile.Write(SealedCell.Question, []),
            "bytes that are no text" => WithTrailer([.. "requestId,answer\n"u8, 0xFF, (byte)'\n']),
            "empty" => [],
            _ => throw new ArgumentOutOfRangeException(nameof(damage)),
        };
    }

    private static byte[] WithTrailer(byte[] body) =>
        [.. body, .. Encoding.ASCII.GetBytes($"#end,1,{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))}\n")];

    private async Task<int> LinesWithAsync(string id)
    {
        var lines = 0;
        foreach (var file in await fixture.FilesAsync(DepartmentFiles.Questions))
            lines += (await fixture.TextAsync(file)).Split("\r\n").Count(line => line.StartsWith(id, StringComparison.Ordinal));
        return lines;
    }

    private async Task<IReadOnlyList<string>> SocialSecurityAnswersAsync(string id) =>
        [.. (await _service.Stored.RowsAsync(CallbackInbox.Table, id)).Select(row => row.GetString("Outcome")).Where(outcome => outcome is "Applied")];

    private async Task<byte[]> AnswerOfAsync(string id)
    {
        foreach (var file in await fixture.FilesAsync(DepartmentFiles.Answers))
        {
            foreach (var line in (await fixture.TextAsync(file)).Split('\n').Where(line => line.StartsWith(id, StringComparison.Ordinal)))
                return SealedCell.Open([fixture.AnswerKey], SealedCell.Answer, line.Split(',')[0], line.Split(',')[1].TrimEnd('\r'))!;
        }
        throw new InvalidOperationException($"No answer for {id}.");
    }

    private async Task DeleteAnswersAsync()
    {
        foreach (var file in await fixture.FilesAsync(DepartmentFiles.Answers))
            await fixture.Container.GetBlobClient(file).DeleteAsync();
    }

    private static byte[] Sealed(params (string RequestId, string Cell)[] rows) => SealedFile.Write(SealedCell.Answer, rows);

    private string Seal(string requestId, ReadOnlySpan<byte> answer) => SealedCell.Seal(fixture.AnswerKey, SealedCell.Answer, requestId, answer);

    private static byte[] AnswerTo(string requestId, string caseNo) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $$"""{"requestId":"{{requestId}}","caseNo":"{{caseNo}}","resultCode":"NotFound","sourceSystem":"x","dataAsOf":"2026-06-30","retrievedAt":"2026-07-01T08:00:00+08:00","evidenceHash":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","items":[]}"""));
}
