using System.Globalization;
using System.Text.Json;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;
using Xunit.Abstractions;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>What it costs to make a round's offers, in calls to storage: at most three an application. PUBLICATION_OFFERS says how many.</summary>
public sealed class PublicationCostTests(ITestOutputHelper output)
{
    private const int AtOnce = 16;
    private const double Most = 3;

    // Single-school zones as they come: tight and municipal schools, where homes are claimed, among them.
    private static readonly string[] Zones = [.. Enumerable.Range(1, 12).Select(zone => string.Create(CultureInfo.InvariantCulture, $"Z{zone:D4}"))];

    [Fact]
    public async Task Offers_OfOneRound_CostAtMostThreeCallsEach()
    {
        var offers = int.Parse(Environment.GetEnvironmentVariable("PUBLICATION_OFFERS") ?? "128", CultureInfo.InvariantCulture);
        var counter = new CallCounter();
        await using var service = await Service.StartAsync(new ServiceOptions { Configure = counter.Listen });
        var (applicants, bureau) = (new Applicants(service), new Bureau(service.Http, service.Hand));
        var template = (await applicants.VerifiedAsync(FamilyPool.Plain))[0];
        await CopyAsync(service, template, await applicants.StoredAsync(template), offers - 1);
        var round = await bureau.DrawnAsync();
        counter.Reset();

        Placement.School.Ok(await bureau.PostAsync(round, "publish"));
        await bureau.WorkAsync();

        var calls = counter.Calls.Values.Sum();
        var claims = (await service.Stored.RowsAsync("PlaceLocks")).Count(row => row.RowKey.StartsWith("place-", StringComparison.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls} calls for {offers} offers: {(double)calls / offers:F2} each, {claims} of them with a claim of a home; ")
            + string.Join(", ", counter.Calls.OrderByDescending(call => call.Value).Select(call => $"{call.Key} {call.Value}")));
        Assert.Equal(offers, (await service.Stored.RowsAsync(ApplicationStore.Table)).Count(row => row.RowKey == ApplicationRow.Key && row.GetString(ApplicationRow.Status) == "Offered"));
        Assert.True(claims > offers / 8, "hardly any home was claimed");
        Assert.True((double)calls / offers <= Most, $"{calls} calls for {offers} offers");
    }

    private static async Task CopyAsync(Service service, Applicant template, Application verified, int copies)
    {
        var request = JsonSerializer.Deserialize<ApplicationRequest>(template.Parent.Form.ToJsonString(), JsonSerializerOptions.Web)!;
        var submission = Submission.Of(verified.Form, request, idempotencyKey: null, service.Get<BlindIndex>());
        foreach (var some in Enumerable.Range(0, copies).Chunk(AtOnce))
            await Task.WhenAll(some.Select(number => CopyAsync(service, submission, verified, number)));
    }

    private static async Task CopyAsync(Service service, Submission submission, Application verified, int number)
    {
        var copy = RegisterSays.Home(verified with
        {
            Id = SomeHomes.Application(),
            Admission = AdmissionFile.Empty with { Area = new AreaDecision(Zones[number % Zones.Length], ChoiceZone: null, "test", TimeProvider.System.GetUtcNow()) },
        }, SomeHomes.Next().Value);
        var submitted = Application.Submit(copy.Id, copy.Form, copy.PolicyId, copy.SubmittedAt);
        var due = await service.Get<DueRows>().ArmAsync(copy.Id.Value, TimeProvider.System.GetUtcNow().AddYears(1), CancellationToken.None);
        Assert.True(await service.Get<ApplicationStore>().CreateAsync(submitted, submission, due, traceParent: null, CancellationToken.None));
        var stored = (await service.Get<ApplicationStore>().FindAsync(copy.Id, CancellationToken.None))!;
        Assert.IsType<CommitOutcome.Committed>(await service.Get<ApplicationCommits>().TryAsync(stored, new Change(copy, []), CancellationToken.None));
    }
}
