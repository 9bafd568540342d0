using System.Collections.Concurrent;
using System.Net;
using Enrollment.DevCluster.Parents;
using Enrollment.DevCluster.Seeds;

namespace Enrollment.Functions.Tests.Storm;

/// <summary>Parents who try again until they see an answer, as a phone on a bad line does.</summary>
internal sealed class StormParents(Uri host, IReadOnlyList<Family> families)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ParentClient _client = ParentClient.For(host);
    private int _retries;

    /// <summary>What the client saw accepted: the family's number and the application's.</summary>
    public ConcurrentDictionary<int, string> Accepted { get; } = new();

    public int Retries => _retries;

    public Task ApplyAsync() => Parallel.ForEachAsync(families, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (family, _) => await ApplyAsync(family));

    private async Task ApplyAsync(Family family)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (form, token) = (SeedFiles.Line(family.Form), DevelopmentTokens.For(family.Form.Guardian.DocumentNumber, family.Form.Guardian.Name));
        while (true)
        {
            try
            {
                var reply = await _client.SubmitAsync(form, token, cancellation: patience.Token);
                if (reply.Status is HttpStatusCode.Created or HttpStatusCode.OK)
                {
                    Accepted[family.Number] = reply.Json.GetProperty("id").GetString()!;
                    return;
                }
                if (reply.Status < HttpStatusCode.InternalServerError && reply.Status is not HttpStatusCode.Conflict)
                    throw new InvalidOperationException($"Family {family.Number} ({family.Story}) was refused: {reply.Text}");
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _retries);
            }
            await Task.Delay(Pause, patience.Token);
        }
    }
}
