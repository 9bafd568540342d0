using System.Text.Json;
using Enrollment.Functions.Tests.Schools;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Operators;

/// <summary>An operator of the service, and messages that could not be worked.</summary>
internal sealed class OperatorDesk(Service service)
{
    private const string Root = "bureau/dead-letters";

    private readonly BureauClient _bureau = new(service.Http);

    /// <summary>A dead letter whose step is still due and that the collector sends no more: it died as often as that.</summary>
    public async Task<(Parent Parent, string Application, string Letter)> StillDueAsync()
    {
        var parent = service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        for (var death = 0; death < 6; death++)
        {
            await service.Stored.TakeAwayAsync(VerificationQueues.Plan);
            await DieAsync(VerificationQueues.Plan, Step(id));
        }
        return (parent, id, await LetterOfAsync(text => text.Contains(id, StringComparison.Ordinal)));
    }

    /// <summary>A dead letter that is no message of ours.</summary>
    public async Task<string> GarbageAsync(string body)
    {
        await DieAsync(VerificationQueues.SocialSecurity, BinaryData.FromString(body));
        return await LetterOfAsync(text => text == body);
    }

    public async Task DieAsync(string queue, BinaryData body)
    {
        await service.Hand.SendAsync(queue + VerificationQueues.Poison, body);
        await service.Hand.DrainAsync([queue + VerificationQueues.Poison]);
    }

    public static BinaryData Step(string application) => BinaryData.FromObjectAsJson(new StepMessage(application, TraceParent: null), JsonSerializerOptions.Web);

    public Task<HttpAnswer> ListAsync(string query = "", string? token = null) => _bureau.GetAsync(Root + query, token);

    public Task<HttpAnswer> ShowAsync(string letter, string? token = null) => _bureau.GetAsync($"{Root}/{letter}", token);

    public Task<HttpAnswer> ReplayAsync(string letter, string body = "{}", string? token = null) => _bureau.PostAsync($"{Root}/{letter}/replay", body, token: token);

    public Task<HttpAnswer> DiscardAsync(string letter, string body, string? token = null) => _bureau.PostAsync($"{Root}/{letter}/discard", body, token: token);

    /// <summary>Every letter of a list, page by page.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(string query)
    {
        var (ids, cursor) = (new List<string>(), "");
        while (cursor is not null)
        {
            var page = (await ListAsync($"?{query}{cursor}")).Json;
            ids.AddRange(page.GetProperty("deadLetters").EnumerateArray().Select(line => line.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }
        return ids;
    }

    /// <summary>State, and who did what, as the letter's page tells it.</summary>
    public static string StoryOf(HttpAnswer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return string.Join(' ', answer.Json.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("action").GetString()}:{h.GetProperty("by").GetString()}")
            .Append(answer.Json.GetProperty("deadLetter").GetProperty("state").GetString()));
    }

    private async Task<string> LetterOfAsync(Func<string, bool> isIt)
    {
        var row = Assert.Single(await service.Stored.RowsAsync(DeadLetters.Table), row => row.GetString("Body") is { } body && isIt(body));
        return $"{row.PartitionKey}/{row.RowKey}";
    }
}
