using System.Security.Cryptography;
using Enrollment.Files.Tests.Uploads;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Applications.Correcting;

/// <summary>Whatever is sent to an upload grant ends in a clear answer, and nothing of what is refused stays.</summary>
public sealed class HostileUploadTests : IAsyncLifetime
{
    private const string Deed = "RealEstateCertificate";
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _clock = new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Interruption _interruption = new();
    private Service _service = null!;
    private Corrections _correction = null!;

    public async Task InitializeAsync()
    {
        _service = await Service.StartAsync(new ServiceOptions
        {
            Clock = _clock,
            Settings = ServiceFixture.HandHeld.Append(KeyValuePair.Create("Evidence:MaxFiles", "3")).ToDictionary(StringComparer.Ordinal),
            Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(_interruption.Handler),
        });
        var parent = _service.Parent("residence-elsewhere");
        _correction = new Corrections(_service.Http, parent, await parent.ApplyAsync());
        await _service.Hand.DrainAsync();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Upload_OfWhatItIsNot_IsRefusedAndLeavesNothing()
    {
        (string Type, byte[] File, string Code)[] hostile =
        [
            ("image/jpeg", [.. "PK\x03\x04 a renamed archive"u8], "evidence-malformed"),
            ("image/png", SomePictures.Jpeg, "evidence-malformed"),
            ("image/jpeg", SomePictures.Jpeg[..^200], "evidence-malformed"),
            ("image/png", SomePictures.Text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "evidence-malformed"),
            ("application/pdf", SomePictures.Text("<html><script>alert(1)</script></html>"), "evidence-malformed"),
            ("image/jpeg", [.. SomePictures.Jpeg, .. SomePictures.Text("<html><script>alert(1)</script>")], "evidence-hidden-content"),
            ("image/png", [.. SomePictures.Png, .. "PK\x03\x04"u8], "evidence-hidden-content"),
            ("application/pdf", SomeDocuments.With("<< /OpenAction << /S /JavaScript /JS (x) >> >>"), "evidence-active-content"),
            ("application/pdf", SomeDocuments.Compressed("5 0 << /S /Launch >>"), "evidence-active-content"),
            ("application/pdf", SomeDocuments.With("<< /EF << /F 9 0 R >> >>"), "evidence-hidden-content"),
        ];
        foreach (var (type, file, code) in hostile)
            (await _correction.UploadAsync(Deed, type, file)).AssertProblem(422, code);

        Assert.Empty(await _service.Stored.BlobsAsync(EvidenceBlobs.Container, ""));
        Assert.DoesNotContain("PaperAdded", await _service.Stored.EventsAsync(_correction.Id));
    }

    [Fact]
    public async Task Grant_OfWhatIsNotTaken_NamesEveryFault()
    {
        var good = new { paper = Deed, contentType = "image/jpeg", size = 10, sha256 = new string('a', 64) };

        (await _correction.GrantAsync(new { })).AssertFaults(422, "required at $.paper", "required at $.contentType", "required at $.size", "required at $.sha256");
        (await _correction.GrantAsync(good with { paper = "HouseholdBook" })).AssertProblem(422, "paper-not-asked");
        (await _correction.GrantAsync(good with { contentType = "image/svg+xml" })).AssertProblem(415, "evidence-type-unsupported");
        (await _correction.GrantAsync(good with { contentType = "image/gif" })).AssertProblem(415, "evidence-type-unsupported");
        (await _correction.GrantAsync(good with { size = (5 * 1024 * 1024) + 1 })).AssertProblem(413, "evidence-too-large");
        (await _correction.GrantAsync(good with { size = 0 })).AssertProblem(422, "evidence-malformed");
        (await _correction.GrantAsync(good with { sha256 = "AA" })).AssertProblem(422, "digest-malformed");
        Assert.Equal(400, (await _correction.GrantAsync(new { paper = Deed, more = 1 })).Status);
    }

    [Fact]
    public async Task Grant_ForOtherBytesAlteredOrTooLate_IsNotRedeemed()
    {
        var grant = (await _correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Json.GetProperty("path").GetString()!;
        var parts = grant.Split('~');

        (await _correction.PutAsync(grant, SomePictures.Png)).AssertProblem(422, "evidence-not-as-granted");
        (await _correction.PutAsync(grant, [.. SomePictures.Jpeg, 0])).AssertProblem(422, "evidence-not-as-granted");
        (await _correction.PutAsync(grant, [])).AssertProblem(422, "evidence-not-as-granted");
        var other = new string('0', 26);
        foreach (var forged in new[] { grant.Replace(_correction.Id, other, StringComparison.Ordinal), string.Join('~', parts[..^1]) + "~" + new string('0', 64), "api/evidence/x", "api/evidence/~" })
            (await _correction.PutAsync(forged, SomePictures.Jpeg)).AssertProblem(403, "grant-invalid");
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await _correction.PutAsync(grant, SomePictures.Jpeg)).AssertProblem(410, "grant-expired");
        Assert.Empty(await _service.Stored.BlobsAsync(EvidenceBlobs.Container, ""));
    }

    [Fact]
    public async Task Upload_BeyondTheLimit_IsRefusedAlsoWhenSentAtOnce()
    {
        var grants = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await _correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Json.GetProperty("path").GetString()!));

        var answers = await Task.WhenAll(grants.Select(grant => _correction.PutAsync(grant, SomePictures.Jpeg)));

        Assert.Equal(3, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.AssertProblem(409, "evidence-too-many"));
        (await _correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).AssertProblem(409, "evidence-too-many");
    }

    [Fact]
    public async Task Upload_CrashBetweenBlobAndRow_IsRedeemedAgainOrSweptAway()
    {
        var grant = (await _correction.GrantAsync(Deed, "image/jpeg", SomePictures.Jpeg)).Json.GetProperty("path").GetString()!;
        var lost = (await _correction.GrantAsync(Deed, "image/png", SomePictures.Png)).Json.GetProperty("path").GetString()!;
        foreach (var path in new[] { grant, lost })
        {
            _interruption.BeforeNextTransaction(() => throw new InvalidOperationException("the process dies here"));
            Assert.Equal(500, (await _correction.PutAsync(path, path == grant ? SomePictures.Jpeg : SomePictures.Png)).Status);
        }
        Assert.Equal(2, (await _service.Stored.BlobsAsync(EvidenceBlobs.Container, _correction.Id)).Count);

        Assert.Equal(201, (await _correction.PutAsync(grant, SomePictures.Jpeg)).Status);
        await _service.Hand.RunTimerAsync(nameof(SweepEvidence));
        Assert.Equal(2, (await _service.Stored.BlobsAsync(EvidenceBlobs.Container, _correction.Id)).Count);
        _clock.Advance(TimeSpan.FromHours(7));
        await _service.Hand.RunTimerAsync(nameof(SweepEvidence));

        Assert.Equal($"{_correction.Id}/{grant.Split('~')[1]}", Assert.Single(await _service.Stored.BlobsAsync(EvidenceBlobs.Container, _correction.Id)));
    }

    [Fact]
    public async Task Blob_MovedToAnotherFile_DoesNotDecrypt()
    {
        var blobs = _service.Get<EvidenceBlobs>();
        var id = ApplicationId.Parse(_correction.Id);
        await blobs.SaveAsync(id, "one", SomePictures.Jpeg, CancellationToken.None);
        var stored = Assert.Single(await _service.Stored.BytesAsync(EvidenceBlobs.Container, _correction.Id));
        await _service.Stored.WriteBytesAsync(EvidenceBlobs.Container, $"{_correction.Id}/two", stored);

        Assert.Equal(SomePictures.Jpeg, await blobs.FindAsync(id, "one", CancellationToken.None));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => blobs.FindAsync(id, "two", CancellationToken.None));
    }
}
