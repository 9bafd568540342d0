using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Enrollment.DevCluster.Parents;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>Reads where everybody ended: from each family's own page, and from each school's own lists.</summary>
internal sealed class PlacedChildren(ParentClient client, RoundDesk desk)
{
    private const int AtOnce = 8;

    public async Task<Placed> ReadAsync(IReadOnlyList<Enrollee> children, IReadOnlyList<HeldRound> rounds, CancellationToken cancellation)
    {
        var homes = new ConcurrentDictionary<string, FamilyPlace>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(children, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (child, token) =>
            homes[child.ApplicationId] = await PlaceAsync(child, token));
        var listed = new List<ListedPlace>();
        foreach (var round in rounds)
        {
            foreach (var school in round.List.Schools)
                listed.AddRange((await desk.ListAsync(school.Code.Value, round, cancellation)).Select(line => Listed(line, school.Code.Value, round.Name)));
        }
        return new Placed(homes, listed);
    }

    private async Task<FamilyPlace> PlaceAsync(Enrollee child, CancellationToken cancellation)
    {
        var place = await client.AskAsync(HttpMethod.Get, $"api/applications/{child.ApplicationId}/place", child.Family.Token, cancellation: cancellation);
        if (place.Status is HttpStatusCode.NotFound)
            return FamilyPlace.None;
        var json = place.JsonOfSuccess;
        return new FamilyPlace(json.GetProperty("status").GetString()!, json.GetProperty("round").GetString()!, json.GetProperty("school").GetString()!);
    }

    private static ListedPlace Listed(JsonElement line, string school, string round) => new(
        string.Join('|', line.GetProperty("name").GetString(), line.GetProperty("birthDate").GetString(), line.GetProperty("phone").GetString()),
        school, round, line.GetProperty("status").GetString()!);
}

/// <summary>What families and schools read.</summary>
/// <param name="Families">By application.</param>
/// <param name="Schools">Every line of every school's lists.</param>
internal sealed record Placed(IReadOnlyDictionary<string, FamilyPlace> Families, IReadOnlyList<ListedPlace> Schools);

internal sealed record FamilyPlace(string Status, string Round, string School)
{
    public static FamilyPlace None { get; } = new("none", "none", "none");
}

internal sealed record ListedPlace(string Name, string School, string Round, string Status);
