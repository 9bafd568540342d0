using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>One family's way from submission to a settled category, driven by a patient world: parent, department and timer all try again.</summary>
internal sealed class CrashScenario(TestApp app, Family family, CallbackDesk desk, ShiftedTime time, bool losesMessages)
{
    private const int RoundsAtMost = 40;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(15);

    private readonly string _form = SeedFiles.Line(family.Form);
    private readonly string _token = DevelopmentTokens.For(family.Form.Guardian.DocumentNumber, family.Form.Guardian.Name, time.Ahead + TimeSpan.FromHours(12));
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    /// <summary>Runs to the end.</summary>
    /// <returns>The application and how much service time it took.</returns>
    public async Task<(ApplicationId Id, TimeSpan Took)> RunAsync()
    {
        var start = time.Ahead;
        var id = await SubmitUntilAcceptedAsync();
        for (var round = 0; round < RoundsAtMost; round++)
        {
            await app.DrainAsync(LosesOnce);
            await CallBackIfAwaitedAsync(id);
            await app.DrainAsync(LosesOnce);
            if ((await app.Applications.FindAsync(id, CancellationToken.None))!.Application.Status is ApplicationStatus.Verified)
                return (id, time.Ahead - start);
            time.Advance(BetweenSweeps);
            await SurviveAsync(app.SweepAsync);
        }
        throw new InvalidOperationException($"Not settled after {RoundsAtMost} sweeps.");
    }

    private async Task<ApplicationId> SubmitUntilAcceptedAsync()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var answer = await SurviveAsync(() => app.SubmitAsync(_form, _token));
            if (answer.Status is 200 or 201)
                return ApplicationId.Parse(answer.Body.GetProperty("id").GetString()!);
        }
        throw new InvalidOperationException("Ten submissions of the same request, and none was accepted.");
    }

    // The department keeps its promise once, and tries the same callback again until it is acknowledged.
    private async Task CallBackIfAwaitedAsync(ApplicationId id)
    {
        var application = (await app.Applications.FindAsync(id, CancellationToken.None))!.Application;
        if (application.CheckOf(Department.Property) is not { State.Status: CheckStatus.Pending } check || (losesMessages && check.Epoch == 1))
            return;
        var body = await desk.AnswerAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var answer = await SurviveAsync(() => app.CallBackAsync("property", body, desk.Sign(check.RequestId(id), body)));
            if (answer.Status == 202)
                return;
        }
    }

    private bool LosesOnce(string queue) => losesMessages && queue is VerificationQueues.Plan or VerificationQueues.Police && losesMessages && _lost.Add(queue);

    private static async Task<T?> SurviveAsync<T>(Func<Task<T>> invocation)
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

    private static async Task SurviveAsync(Func<Task> invocation)
    {
        try
        {
            await invocation();
        }
        catch (ProcessDiedException)
        {
            // The next tick is another process.
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is ProcessDiedException))
        {
            // The same, from inside the sweep.
        }
    }
}
