using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.DevCluster.Parents;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Records;
using Enrollment.Domain.Draws;
using Enrollment.Files.Digests;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>The bureau holds a round: from its published order to offers that are made, and the record everybody can check.</summary>
internal sealed class RoundDesk(ParentClient client, ulong seed)
{
    private const int DigitsOfEntropy = 40;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly string Bureau = DevelopmentTokens.ForBureau("bureau-1");

    /// <param name="file">The published order in seeds/admission/rounds.</param>
    /// <param name="name">What the round is called.</param>
    /// <param name="children">Who may have to be told apart where the lists leave an address open.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<HeldRound> HoldAsync(string file, string name, IReadOnlyDictionary<string, Enrollee> children, CancellationToken cancellation)
    {
        var setup = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf($"seeds/admission/rounds/{file}.json"), cancellation))!.AsObject();
        setup["round"] = name;
        var path = FormattableString.Invariant($"api/admission/rounds/{setup["year"]!.GetValue<int>()}");
        var clock = new Lap();
        await PostAsync("api/admission/rounds", setup, cancellation);
        await UntilAsync($"{path}/{name}", round => round.GetProperty("preparedAt").ValueKind is not JsonValueKind.Null, cancellation);
        var prepared = clock.Next();
        var decided = await DecideOpenAsync($"{path}/{name}", children, cancellation);
        await PostAsync($"{path}/{name}/seal", body: null, cancellation);
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes($"demo {seed} {name}"));
        var commitment = DrawSecret.FromBytes(secret).Commitment().ToString();
        await PostAsync($"{path}/{name}/commit", new { commitment }, cancellation);
        clock.Next();
        await PostAsync($"{path}/{name}/draw", new { secret = Convert.ToHexStringLower(secret), entropy = DiceOf(secret) }, cancellation);
        await UntilAsync($"{path}/{name}", round => round.GetProperty("status").GetString() == "Drawn", cancellation);
        var drawn = clock.Next();
        var violations = (await client.AskAsync(HttpMethod.Get, $"{path}/{name}/preview", Bureau, cancellation: cancellation)).JsonOfSuccess.GetProperty("violations").GetInt32();
        clock.Next();
        await PostAsync($"{path}/{name}/publish", body: null, cancellation);
        await UntilAsync($"{path}/{name}", round => round.GetProperty("status").GetString() == "Published" && round.GetProperty("working").ValueKind is JsonValueKind.Null, cancellation);
        return await PublishedAsync($"{path}/{name}", name, new RoundTimes(prepared, drawn, clock.Next()), decided, violations, cancellation);
    }

    /// <summary>A school's own list of a round.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string school, HeldRound round, CancellationToken cancellation) =>
        [.. (await client.AskAsync(HttpMethod.Get, FormattableString.Invariant($"api/schools/{school}/admissions/{round.List.Year}/{round.Name}"), DevelopmentTokens.ForSchool(school), cancellation: cancellation))
            .JsonOfSuccess.GetProperty("children").EnumerateArray()];

    private async Task<int> DecideOpenAsync(string path, IReadOnlyDictionary<string, Enrollee> children, CancellationToken cancellation)
    {
        var open = (await client.AskAsync(HttpMethod.Get, $"{path}/preview", Bureau, cancellation: cancellation)).JsonOfSuccess.GetProperty("attentions").EnumerateArray()
            .Where(attention => attention.GetProperty("blocks").GetBoolean()).ToList();
        foreach (var attention in open)
        {
            var child = children[attention.GetProperty("application").GetString()!];
            var (what, decision) = attention.GetProperty("code").GetString() is "SettlementUnknown" ? ("settlement", SettlementOf(child)) : ("area", AreaOf(child));
            var answer = await client.AskAsync(HttpMethod.Put, $"api/admission/applications/{child.ApplicationId}/{what}", Bureau, decision, cancellation: cancellation);
            if (!answer.IsSuccess)
                _ = answer.JsonOfSuccess;
        }
        if (open.Count == 0)
            return 0;
        await PostAsync($"{path}/prepare", body: null, cancellation);
        await UntilAsync(path, round => round.GetProperty("preparedAt").ValueKind is not JsonValueKind.Null, cancellation);
        // A home that a person has placed may lie where the date of settlement decides.
        return open.Count + await DecideOpenAsync(path, children, cancellation);
    }

    // An ambiguous address goes to a person, never to a guess: the person here knows where the family lives.
    private static JsonContent AreaOf(Enrollee child) =>
        child.Zone.StartsWith("Z01", StringComparison.Ordinal) ? JsonContent.Create(new { choiceZone = child.Zone }) : JsonContent.Create(new { zone = child.Zone });

    // No register knows the household; the papers do, since the child's birth.
    private static JsonContent SettlementOf(Enrollee child) => JsonContent.Create(new { settled = child.Family.Form.GetProperty("child").GetProperty("birthDate").GetString() });

    // Everything below is read as anybody can: no token.
    private async Task<HeldRound> PublishedAsync(string path, string name, RoundTimes times, int decided, int violations, CancellationToken cancellation)
    {
        var reply = await client.AskAsync(HttpMethod.Get, $"{path}/record", token: null, cancellation: cancellation);
        _ = reply.JsonOfSuccess;
        var record = AdmissionRecord.Parse(Encoding.UTF8.GetBytes(reply.Text)) ?? throw new InvalidDataException($"The record of {name} cannot be read.");
        var list = ((AdmissionListReading.Read)AdmissionList.Parse(record.List)).List;
        var result = AdmissionResult.Parse(list, record.Result) ?? throw new InvalidDataException($"The result of {name} cannot be read.");
        var broken = AdmissionInvariants.Check(list, result).Select(violation => violation.Code.ToString()).Distinct(StringComparer.Ordinal).ToList();
        return new HeldRound(name, list, result, AdmissionVerification.Verify(record, Sm3.Of, cancellation).Holds, violations, broken, times, decided);
    }

    private async Task UntilAsync(string path, Func<JsonElement, bool> isSo, CancellationToken cancellation)
    {
        while (!isSo((await client.AskAsync(HttpMethod.Get, path, Bureau, cancellation: cancellation)).JsonOfSuccess))
            await Task.Delay(Look, cancellation);
    }

    private async Task PostAsync(string path, object? body, CancellationToken cancellation) =>
        _ = (await client.AskAsync(HttpMethod.Post, path, Bureau, body is null ? null : JsonContent.Create(body), cancellation: cancellation)).JsonOfSuccess;

    // Dice read out at the ceremony; here they fall the same way each time.
    private static string DiceOf(byte[] secret) => new BigInteger(SHA256.HashData([.. secret, 1]), isUnsigned: true).ToString(CultureInfo.InvariantCulture).PadLeft(DigitsOfEntropy, '7')[..DigitsOfEntropy];

    private sealed class Lap
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public TimeSpan Next()
        {
            var lap = _watch.Elapsed;
            _watch.Restart();
            return lap;
        }
    }
}

/// <summary>A round that was published, as its record and its schools tell it.</summary>
/// <param name="Name">Its id.</param>
/// <param name="List">The sealed list.</param>
/// <param name="Result">What list and seed came to.</param>
/// <param name="Holds">The record, run again here, gives the same.</param>
/// <param name="PreviewViolations">What the bureau was shown before it published.</param>
/// <param name="Violations">Invariants that the published result breaks.</param>
/// <param name="Times">How long its steps took.</param>
/// <param name="Decided">Questions to a person: where a home lies, since when a child is settled.</param>
internal sealed record HeldRound(string Name, AdmissionList List, AdmissionResult Result, bool Holds, int PreviewViolations, IReadOnlyList<string> Violations, RoundTimes Times, int Decided);

internal sealed record RoundTimes(TimeSpan Prepared, TimeSpan Drawn, TimeSpan Offered);
