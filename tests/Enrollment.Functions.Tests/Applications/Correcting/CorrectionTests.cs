using Enrollment.DevCluster.Parents;
using Enrollment.Files.Tests.Uploads;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Review;
using Enrollment.Functions.Tests.Review;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Correcting;

/// <summary>The whole way of a correction over HTTP, on the policy's calendar; nothing happens by itself.</summary>
public sealed class CorrectionTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const string Deed = "RealEstateCertificate";
    private static readonly string[] Nowhere = ["x"];
    private static readonly string Staff = DevelopmentTokens.ForBureau("reviewer-1");

    private readonly Service _service = fixture.Service;

    [Fact]
    public async Task Correction_AnsweredWithAPhoto_GoesToAPersonWithTheCleanedPhotoOnFile()
    {
        var correction = await AskedAsync("wrong-address-typed");
        var asked = (await correction.ReadAsync()).GetProperty("correction");
        Assert.True(asked.GetProperty("open").GetBoolean());
        Assert.Equal(["R4"], asked.GetProperty("defects").EnumerateArray().Select(defect => defect.GetProperty("id").GetString()));
        Assert.Equal([Deed, "RelationProof"], asked.GetProperty("defects")[0].GetProperty("papers").EnumerateArray().Select(paper => paper.GetProperty("id").GetString()));

        var file = await correction.UploadedAsync(Deed, "image/jpeg", SomePictures.PhotoOfAPhone());
        using (var early = await correction.DownloadAsync(file, Staff))
            Assert.Equal(409, (int)early.StatusCode);
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);
        var answer = await correction.ResubmitAsync(new { papers = new[] { new { defect = "R4", files = new[] { file } } } });

        Assert.Equal(200, answer.Status);
        Assert.Equal("UnderReview", answer.Json.GetProperty("status").GetString());
        Assert.Equal("Clean", answer.Json.GetProperty("correction").GetProperty("files")[0].GetProperty("state").GetString());
        await AssertShownAsync(correction, file);
        Assert.Equal(["CorrectionRequested", "PaperAdded", "Resubmitted", "ReferredToPerson"], (await _service.Stored.EventsAsync(correction.Id)).TakeLast(4));
        Assert.Equal(409, (await correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Status);
        Assert.Equal(409, (await correction.RemoveAsync(file)).Status);
        Assert.Empty(await _service.Stored.DueAsync(correction.Id));
    }

    [Fact]
    public async Task Correction_OfTheAddress_AsksNobodyAndEstablishes()
    {
        var (correction, parent) = await AskedWithParentAsync("wrong-address-typed");
        var right = RegisteredAddress(parent);
        var before = (await _service.Departments.CountersAsync()).GetRawText();

        var answer = await correction.ResubmitAsync(new
        {
            corrected = new { residence = new { address = right }, household = new { address = right, householdNo = (string?)null } },
        });
        await _service.Hand.DrainAsync();

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("Verified", answer.Json.GetProperty("status").GetString());
        Assert.Equal(before, (await _service.Departments.CountersAsync()).GetRawText());
    }

    [Fact]
    public async Task Correction_OfTheChildsName_AsksThePoliceAloneAndEstablishes()
    {
        var (correction, parent) = await AskedWithParentAsync("child-name-mistyped");
        var right = RegisteredName(parent.ChildNumber);
        var child = parent.Form["child"]!.DeepClone();
        child["name"] = right;

        var answer = await correction.ResubmitAsync(new { corrected = new { child } });
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(["Police Queued"], answer.Json.GetProperty("checks").EnumerateArray()
            .Select(check => $"{check.GetProperty("department").GetString()} {check.GetProperty("status").GetString()}").Where(check => check.EndsWith("Queued", StringComparison.Ordinal)));
        // The answer to the mistyped name comes once more, late.
        var late = await _service.Voice.CallBackAsync("police", _service.Voice.Truth("police", parent.Family, correction.Id), "late-1");
        await _service.Hand.DrainAsync();

        Assert.Equal(202, late.Status);
        Assert.Equal("Verified", (await correction.ReadAsync()).GetProperty("status").GetString());
        Assert.Contains("Late", (await _service.Stored.RowsAsync("Callbacks", correction.Id)).Select(row => row.GetString("Outcome")));
    }

    [Fact]
    public async Task Correction_Unanswered_GoesToAPersonAfterItsLastDay()
    {
        var correction = await AskedAsync("commercial-home");
        var due = (await correction.ReadAsync()).GetProperty("correction").GetProperty("dueAt").GetDateTimeOffset();
        var kept = await correction.UploadedAsync(Deed, "image/png", SomePictures.Png);
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);

        fixture.Clock.Advance(due - fixture.Clock.GetUtcNow());
        Assert.Equal(409, (await correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Status);
        (await correction.ResubmitAsync(new { papers = new[] { new { defect = "R4", files = new[] { kept } } } })).AssertProblem(409, "action-not-possible");
        await _service.Hand.SweepAsync();

        var now = await correction.ReadAsync();
        Assert.Equal(("UnderReview", false), (now.GetProperty("status").GetString(), now.GetProperty("correction").GetProperty("open").GetBoolean()));
        Assert.Single(now.GetProperty("correction").GetProperty("files").EnumerateArray());
        Assert.Contains("CorrectionExpired", await _service.Stored.EventsAsync(correction.Id));
        Assert.Single(await _service.Stored.RowsAsync("WorkList"), row => row.RowKey.EndsWith(correction.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resubmissions_AtOnce_OneIsTaken()
    {
        var correction = await AskedAsync("home-elsewhere");
        var file = await correction.UploadedAsync(Deed, "image/jpeg", SomePictures.Jpeg);
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);
        var body = new { papers = new[] { new { defect = "R4", files = new[] { file } } } };
        var seen = (await _service.Stored.ApplicationAsync(correction.Id)).ETag.ToString("H").Replace("W/", "", StringComparison.Ordinal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => correction.ResubmitAsync(body, seen)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.AssertProblem(412, "precondition-failed"));
        Assert.Single(await _service.Stored.EventsAsync(correction.Id), kind => kind == "Resubmitted");
        (await correction.ResubmitUnseenAsync(body)).AssertProblem(428, "precondition-required");
        (await correction.ResubmitAsync(body)).AssertProblem(409, "action-not-possible");
    }

    [Fact]
    public async Task Resubmission_WithFaults_NamesThemAllAndChangesNothing()
    {
        var (correction, parent) = await AskedWithParentAsync("home-not-found");
        var other = await AskedAsync("home-not-found");
        var foreign = await other.UploadedAsync(Deed, "image/jpeg", SomePictures.Jpeg);
        var child = parent.Form["child"]!.DeepClone();
        child["sex"] = child["sex"]!.GetValue<string>() == "Male" ? "Female" : "Male";
        var before = await _service.Stored.ApplicationAsync(correction.Id);

        (await correction.ResubmitAsync(new { })).AssertProblem(422, "nothing-resubmitted");
        (await correction.ResubmitAsync(new { papers = new object[] { new { defect = "R9", files = Nowhere }, new { defect = "R4", files = new[] { foreign } }, new { defect = "R5" } } }))
            .AssertFaults(422, "unknown-value at $.papers[0].defect", "evidence-unknown at $.papers[1].files", "required at $.papers[2].files");
        (await correction.ResubmitAsync(new { corrected = new { child } })).AssertFaults(422, "sex-disagrees-with-number at $.corrected.child.sex");
        (await correction.ResubmitAsync(new { corrected = new { child = other.FormPart("child") } })).AssertProblem(422, "identity-cannot-change");
        Assert.Equal(400, (await correction.ResubmitAsync(new { corrected = new { category = "MigrantChild" } })).Status);
        Assert.Equal(before.ETag, (await _service.Stored.ApplicationAsync(correction.Id)).ETag);
    }

    [Fact]
    public async Task Paper_TakenBack_IsGoneAndItsGrantIsUsedUp()
    {
        var correction = await AskedAsync("residence-elsewhere");
        var grant = (await correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Json;
        var path = grant.GetProperty("path").GetString()!;
        Assert.Equal(201, (await correction.PutAsync(path, SomePictures.Jpeg)).Status);
        var again = await correction.PutAsync(path, SomePictures.Jpeg);
        Assert.Equal((200, grant.GetProperty("id").GetString()), (again.Status, again.Json.GetProperty("id").GetString()));

        Assert.Equal(204, (await correction.RemoveAsync(grant.GetProperty("id").GetString()!)).Status);
        Assert.Equal(204, (await correction.RemoveAsync(grant.GetProperty("id").GetString()!)).Status);

        (await correction.PutAsync(path, SomePictures.Jpeg)).AssertProblem(409, "grant-used");
        Assert.Empty(await _service.Stored.BlobsAsync(EvidenceBlobs.Container, correction.Id));
        Assert.Empty((await correction.ReadAsync()).GetProperty("correction").GetProperty("files").EnumerateArray());
        using var gone = await correction.DownloadAsync(grant.GetProperty("id").GetString()!);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task Paper_ScannerDown_WaitsAndIsScannedWhenItIsBack()
    {
        var correction = await AskedAsync("residence-elsewhere");
        await _service.Departments.ScannerAsync(isDown: true);
        var file = await correction.UploadedAsync(Deed, "image/jpeg", SomePictures.Jpeg);
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);
        Assert.Equal("ScannerDown", StateOf(await correction.ReadAsync()));
        using (var unscanned = await correction.DownloadAsync(file, Staff))
            Assert.Equal(409, (int)unscanned.StatusCode);
        using (var own = await correction.DownloadAsync(file))
            Assert.Equal(200, (int)own.StatusCode);

        await _service.Departments.ScannerAsync(isDown: false);
        fixture.Clock.Advance(TimeSpan.FromSeconds(61));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);

        Assert.Equal("Clean", StateOf(await correction.ReadAsync()));
    }

    [Fact]
    public async Task Paper_ScanMessageLost_IsScannedAfterTheSweep()
    {
        var correction = await AskedAsync("residence-elsewhere");
        await correction.UploadedAsync(Deed, "image/jpeg", SomePictures.Jpeg);
        await _service.Stored.TakeAwayAsync(EvidenceQueues.Scans);

        fixture.Clock.Advance(TimeSpan.FromSeconds(21));
        await _service.Hand.SweepAsync();
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);

        Assert.Equal("Clean", StateOf(await correction.ReadAsync()));
    }

    [Fact]
    public async Task Paper_WithMalware_IsDeletedAndNobodySeesIt()
    {
        var correction = await AskedAsync("home-elsewhere");
        var eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        var file = await correction.UploadedAsync(Deed, "application/pdf", SomeDocuments.With($"<< /Title 1 >> % {eicar}"));
        await _service.Hand.DrainAsync([EvidenceQueues.Scans]);

        Assert.Equal("Infected", StateOf(await correction.ReadAsync()));
        Assert.Empty(await _service.Stored.BlobsAsync(EvidenceBlobs.Container, correction.Id));
        foreach (var token in (string?[])[null, Staff])
        {
            using var refused = await correction.DownloadAsync(file, token);
            Assert.Equal(409, (int)refused.StatusCode);
        }
        Assert.Contains("PaperInfected", await _service.Stored.EventsAsync(correction.Id));
        (await correction.ResubmitAsync(new { papers = new[] { new { defect = "R4", files = new[] { file } } } })).AssertFaults(422, "evidence-unknown at $.papers[0].files");
    }

    [Fact]
    public async Task Papers_OfAnotherFamily_LookLikeNone()
    {
        var correction = await AskedAsync("residence-elsewhere");
        var file = await correction.UploadedAsync(Deed, "image/jpeg", SomePictures.Jpeg);
        var stranger = new Corrections(_service.Http, _service.Parent(FamilyPool.Plain), correction.Id);

        Assert.Equal(404, (await stranger.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Status);
        Assert.Equal(404, (await stranger.RemoveAsync(file)).Status);
        using var refused = await stranger.DownloadAsync(file);
        Assert.Equal(404, (int)refused.StatusCode);
        using var school = await correction.DownloadAsync(file, DevelopmentTokens.ForSchool("LC-M01"));
        Assert.Equal(404, (int)school.StatusCode);
        using var city = await correction.DownloadAsync(file, ReviewDesk.City);
        Assert.Equal(404, (int)city.StatusCode);
        using var curious = await correction.DownloadAsync(file, Staff, purpose: null);
        Assert.Equal(400, (int)curious.StatusCode);
        Assert.Empty(await _service.Stored.RowsAsync(AccessLog.Table, correction.Id));
    }

    private static string StateOf(System.Text.Json.JsonElement application) =>
        application.GetProperty("correction").GetProperty("files").EnumerateArray().Last().GetProperty("state").GetString()!;

    private async Task AssertShownAsync(Corrections correction, string file)
    {
        using var shown = await correction.DownloadAsync(file, Staff);
        Assert.Contains(await _service.Stored.RowsAsync(AccessLog.Table, correction.Id), look => look.GetString("By") == "reviewer-1" && look.GetString("What") == "DownloadEvidence");
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        Assert.Equal(200, (int)shown.StatusCode);
        Assert.True(bytes.AsSpan().IndexOf(SomePictures.Text(SomePictures.Secret)) < 0, "the place is still in it");
        Assert.Equal(SomePictures.PixelsOf(SomePictures.PhotoOfAPhone()), SomePictures.PixelsOf(bytes));
        Assert.Equal(("image/jpeg", "attachment"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var stored = Assert.Single(await _service.Stored.BytesAsync(EvidenceBlobs.Container, correction.Id));
        Assert.True(stored.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) < 0 && stored.Length > bytes.Length, "the picture is stored in clear");
    }

    private async Task<Corrections> AskedAsync(string story) => (await AskedWithParentAsync(story)).Correction;

    private async Task<(Corrections Correction, Parent Parent)> AskedWithParentAsync(string story)
    {
        var parent = _service.Parent(story);
        parent.Form["category"] = parent.Family.Claimed;
        fixture.Clock.SetUtcNow(Opening(fixture.Clock.GetUtcNow()));
        var correction = new Corrections(_service.Http, parent, await parent.ApplyAsync());
        await _service.Hand.DrainAsync();
        Assert.Equal("CorrectionRequested", (await correction.ReadAsync()).GetProperty("status").GetString());
        return (correction, parent);
    }

    // The clock only goes forward: who comes after the window of residents comes in late registration.
    private static DateTimeOffset Opening(DateTimeOffset now) => now < new DateTimeOffset(2026, 7, 4, 15, 0, 0, TimeSpan.Zero) ? now
        : now < new DateTimeOffset(2026, 7, 8, 1, 0, 0, TimeSpan.Zero) ? new DateTimeOffset(2026, 7, 8, 1, 0, 0, TimeSpan.Zero) : now;

    private string RegisteredAddress(Parent parent)
    {
        var answer = _service.Voice.Truth("police", parent.Family, "0123456789abcdefghjkmnpqrs").ToJson();
        var household = System.Text.Json.JsonElement.Parse(answer).GetProperty("items").EnumerateArray().First(item => item.GetProperty("kind").GetString() == "household");
        return household.GetProperty("standardAddress").GetString()!;
    }

    private static string RegisteredName(string number) => File.ReadLines(Enrollment.DevCluster.Repository.PathOf("seeds/departments/police.jsonl"))
        .Select(line => System.Text.Json.JsonElement.Parse(line)).First(line => line.TryGetProperty("person", out var person) && person.GetProperty("idNo").GetString() == number)
        .GetProperty("person").GetProperty("name").GetString()!;
}
