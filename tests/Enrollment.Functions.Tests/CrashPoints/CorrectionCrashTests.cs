using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Enrollment.DepartmentSimulator;
using Enrollment.DevCluster.Azurite;
using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Tests;
using Enrollment.Files.Tests.Uploads;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Verification;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>Promise P2 for a correction: every call of grant, upload, scan and resubmission, times every way it can fail; the paper is on file once, scanned, and handed in once.</summary>
public sealed class CorrectionCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Families = 16_000;

    private static readonly string Document = Encoding.Latin1.GetString(SomeDocuments.Plain);
    private static readonly string[] Once = ["CorrectionRequested", "PaperAdded", "Resubmitted", "ReferredToPerson"];

    private readonly string _seeds = Directory.CreateTempSubdirectory("enrollment-correction-crash-").FullName;
    private readonly ShiftedTime _time = new();
    private AzuriteAccount _account = null!;
    private WebApplication _simulator = null!;
    private Queue<Family> _families = new();

    public async Task InitializeAsync()
    {
        _account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var seeds = SeedFamilies.Generate(Families, SeedFamilies.CommittedSeed);
        SeedFiles.Write(_seeds, seeds);
        _families = new Queue<Family>(seeds.Families.Where(family => family.Story is "residence-elsewhere" or "commercial-home"));
        _simulator = SimulatorApplication.Create(
            ["--urls=http://127.0.0.1:0", .. HostSettings.Simulator(_seeds).Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")], _time);
        await _simulator.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_seeds, recursive: true);
    }

    [Fact]
    public async Task Correction_WhereverACallFails_EndsWithOneCleanPaperHandedInOnce()
    {
        var undisturbed = await RunAsync(plan: null);
        Assert.Empty(undisturbed.Violations);
        var sites = undisturbed.Calls.Where(CallSites.IsEarly).ToList();
        Snapshot.Matches("CrashPoints/correction-call-sites.txt", CallSites.TextOf(sites));

        var tally = await CrashTally.OfAsync(CrashTally.Everywhere(sites), undisturbed.Took, point => RunAsync(point));

        output.WriteLine($"{sites.Count} call sites x 3 faults, {tally.Fired} faults fired, {tally.Failures.Count} violations");
        Assert.Empty(tally.Failures);
        Assert.True(tally.Fired >= tally.Runs * 9 / 10, $"Only {tally.Fired} of {tally.Runs} faults fired.");
    }

    private async Task<CrashRun> RunAsync((string Site, CallFault Fault)? plan)
    {
        var family = _families.Dequeue();
        var token = DevelopmentTokens.For(family.Form.Guardian.DocumentNumber, family.Form.Guardian.Name, _time.Ahead + TimeSpan.FromHours(12));
        var quiet = new CallSites();
        await using (var before = await TestApp.StartAsync(_account, new Uri(_simulator.Urls.Single()), _time, quiet, desk: null))
        {
            await before.SubmitAsync(SeedFiles.Line(family.Form), token);
            await before.DrainAsync();
        }
        var sites = new CallSites();
        if (plan is var (site, fault))
            sites.Plan(site, fault);
        await using var app = await TestApp.StartAsync(_account, new Uri(_simulator.Urls.Single()), _time, sites, desk: null);
        var id = (await app.Guardians.ApplicationsOfAsync(app.Index.Of("guardian", family.Form.Guardian.DocumentNumber), CancellationToken.None)).Single();
        await AnswerAsync(app, id, token);
        var violations = await ViolationsAsync(id);
        return new CrashRun(sites.Calls, sites.HasFired, violations);
    }

    private async Task AnswerAsync(TestApp app, ApplicationId id, string token)
    {
        var grant = await UntilAsync(() => app.AskAsync<GrantEvidence>(JsonSerializer.Serialize(new
        {
            paper = "RealEstateCertificate",
            contentType = "application/pdf",
            size = SomeDocuments.Plain.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(SomeDocuments.Plain)),
        }), "application/json", token, (function, request) => function.RunAsync(request, id.Value, CancellationToken.None)), status => status == 201);
        var path = grant.GetProperty("path").GetString()!.Split('/')[^1];
        var file = await UntilAsync(() => app.AskAsync<UploadEvidence>(Document, "application/octet-stream", token,
            (function, request) => function.RunAsync(request, path, CancellationToken.None)), status => status is 200 or 201);
        await ScanAsync(app, id);
        var body = JsonSerializer.Serialize(new { papers = new[] { new { defect = "R4", files = new[] { file.GetProperty("id").GetString() } } } });
        await UntilAsync(async () => await app.AskAsync<ResubmitApplication>(body, "application/json", token,
            (function, request) => function.RunAsync(request, id.Value, CancellationToken.None), ifMatch: await VersionAsync(app, id)), status => status is 200 or 409);
        await ScanAsync(app, id);
    }

    private async Task ScanAsync(TestApp app, ApplicationId id)
    {
        for (var round = 0; round < 12; round++)
        {
            await app.DrainAsync([EvidenceQueues.Scans, .. VerificationQueues.All]);
            if ((await app.Applications.FindAsync(id, CancellationToken.None))!.Application.ScansDueAt is null)
                return;
            _time.Advance(TimeSpan.FromSeconds(30));
            try
            {
                await app.SweepAsync();
            }
            catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is ProcessDiedException))
            {
                // The next tick is another process.
            }
            catch (ProcessDiedException)
            {
                // The same.
            }
        }
    }

    private static async Task<string> VersionAsync(TestApp app, ApplicationId id) => (await app.Applications.FindAsync(id, CancellationToken.None))!.Version;

    private static async Task<JsonElement> UntilAsync(Func<Task<(int Status, JsonElement Body)>> ask, Func<int, bool> isDone)
    {
        var last = 0;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            try
            {
                var answer = await ask();
                if (isDone(last = answer.Status))
                    return answer.Body;
            }
            catch (ProcessDiedException)
            {
                // The parent sends it again.
            }
        }
        throw new InvalidOperationException($"Six times, and not taken: {last}");
    }

    private async Task<IReadOnlyList<string>> ViolationsAsync(ApplicationId id)
    {
        var violations = new List<string>();
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(_account.ConnectionString, "Applications").QueryAsync<TableEntity>($"PartitionKey eq '{id.Value}'"))
            rows.Add(row);
        var events = rows.Where(row => row.RowKey.StartsWith("event-", StringComparison.Ordinal)).Select(row => row.GetString("Kind")).ToList();
        violations.AddRange(Once.Where(kind => events.Count(e => e == kind) != 1).Select(kind => $"{events.Count(e => e == kind)} x {kind}"));
        var files = rows.Where(row => row.RowKey.StartsWith(EvidenceFile.Prefix, StringComparison.Ordinal)).Select(row => row.GetString("State")).ToList();
        if (files is not ["Clean"])
            violations.Add($"files: {string.Join(',', files)}");
        if (rows.Single(row => row.RowKey == "application").GetString("Status") != "UnderReview")
            violations.Add("not with a person");
        var blobs = new BlobServiceClient(_account.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)).GetBlobContainerClient(EvidenceBlobs.Container);
        if (!(await blobs.GetBlobClient($"{id.Value}/{rows.Single(row => row.RowKey.StartsWith(EvidenceFile.Prefix, StringComparison.Ordinal)).RowKey[EvidenceFile.Prefix.Length..]}").ExistsAsync()).Value)
            violations.Add("the paper's bytes are lost");
        return violations;
    }
}
