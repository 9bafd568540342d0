using System.Text.Json;
using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Review;
using Enrollment.Functions.Tests.Review;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>
/// A case from the district to the city, refused there by two people, objected to and upheld; people who get no answer look again and
/// press the button again. After every try the case stands on the work list exactly where it should, or is there in vain.
/// </summary>
internal sealed class ReviewScenario(TestApp app, Family family, ShiftedTime time, Func<ApplicationId, Task<IReadOnlyList<string>>> listed)
{
    private const int Attempts = 10;
    private const string Json = "application/json";

    private readonly List<string> _missing = [];
    private readonly string _parent = DevelopmentTokens.For(family.Form.Guardian.DocumentNumber, family.Form.Guardian.Name, time.Ahead + TimeSpan.FromHours(12));

    /// <summary>Moments at which the case waited for a person and stood on no list.</summary>
    public IReadOnlyList<string> Missing => _missing;

    public async Task<ApplicationId> RunAsync()
    {
        var id = await UnderReviewAsync();
        await TransferAsync(id);
        await DecideAsync(id, ReviewDesk.City, """{"kind":"ProposeRefusal","rule":"R1","reason":"ConditionNotMet","note":"n"}""", after => after.Review?.Refusal is not null || after.Status is not ApplicationStatus.UnderReview);
        await DecideAsync(id, ReviewDesk.SecondOfCity, """{"kind":"ConfirmRefusal"}""", after => after.Status is ApplicationStatus.AwaitingCoordination);
        await InsistAsync(id, after => after.Review?.Objection is not null, _ => app.AskAsync<ObjectToDecision>("""{"text":"请复查"}""", Json, _parent,
            (function, request) => function.RunAsync(request, id.Value, CancellationToken.None)));
        await DecideAsync(id, ReviewDesk.Token("city-3", "municipal"), """{"kind":"UpholdDecision","reason":"RegisterStands","note":"n"}""", after => after.Review?.Objection?.IsOpen is false);
        return id;
    }

    // The way there is the crash points' of verification; here it is done past them.
    private async Task<ApplicationId> UnderReviewAsync()
    {
        var (status, body) = await app.SubmitAsync(SeedFiles.Line(family.Form), _parent);
        Assert.True(status == 201, $"{status} {body}");
        var id = ApplicationId.Parse(body.GetProperty("id").GetString()!);
        var stored = (await app.Applications.FindAsync(id, CancellationToken.None))!;
        var referred = stored.Application with { Status = ApplicationStatus.UnderReview, Review = ReviewCase.Referred(before: null, time.GetUtcNow()) };
        Assert.IsType<CommitOutcome.Committed>(await app.Commits.TryAsync(stored, new Change(referred, [new ApplicationEvent(ApplicationEventKind.ReferredToPerson, time.GetUtcNow(), Actor.Service)]), CancellationToken.None));
        return id;
    }

    private Task TransferAsync(ApplicationId id) => InsistAsync(id, after => after.Authority is Authority.Municipal, async version =>
    {
        await ClaimAsync(id, ReviewDesk.Ann);
        version = await VersionAsync(id);
        return await app.AskAsync<TransferCase>("""{"to":"Municipal","reason":"MunicipalArea"}""", Json, ReviewDesk.Ann,
            (function, request) => function.RunAsync(WithVersion(request, version), id.Value, CancellationToken.None));
    });

    private Task DecideAsync(ApplicationId id, string token, string decision, Func<Application, bool> isDone) => InsistAsync(id, isDone, async version =>
    {
        await ClaimAsync(id, token);
        version = await VersionAsync(id);
        return await app.AskAsync<DecideCase>(decision, Json, token, (function, request) => function.RunAsync(WithVersion(request, version), id.Value, CancellationToken.None));
    });

    private async Task ClaimAsync(ApplicationId id, string token) =>
        await SurviveAsync(() => app.AskAsync<ClaimCase>("", Json, token, (function, request) => function.RunAsync(request, id.Value, CancellationToken.None)));

    private async Task InsistAsync(ApplicationId id, Func<Application, bool> isDone, Func<string, Task<(int Status, JsonElement Body)>> ask)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (isDone((await app.Applications.FindAsync(id, CancellationToken.None))!.Application))
                return;
            await SurviveAsync(async () => await ask(await VersionAsync(id)));
            await AssertListedAsync(id);
        }
        throw new InvalidOperationException($"Not done after {Attempts} tries.");
    }

    private async Task AssertListedAsync(ApplicationId id)
    {
        var application = (await app.Applications.FindAsync(id, CancellationToken.None))!.Application;
        if (WorkList.SeatOf(application) is { } seat && !(await listed(id)).Contains($"{seat.PartitionKey}/{seat.RowKey}", StringComparer.Ordinal))
            _missing.Add($"{application.Status} of {application.Authority} stands on no list");
    }

    private async Task<string> VersionAsync(ApplicationId id) => (await app.Applications.FindAsync(id, CancellationToken.None))!.Version;

    private static HttpRequest WithVersion(HttpRequest request, string version)
    {
        request.Headers.IfMatch = version;
        return request;
    }

    private static async Task<(int Status, JsonElement Body)> SurviveAsync(Func<Task<(int Status, JsonElement Body)>> invocation)
    {
        try
        {
            return await invocation();
        }
        catch (ProcessDiedException)
        {
            return default;
        }
    }
}
