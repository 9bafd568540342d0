using System.Globalization;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Placement;

/// <summary>Runs a published placement again from its record alone, and names the first step that differs (docs/placement-record.md section 8).</summary>
public static class RecordVerification
{
    private const int LawLine = 1, AttemptsLine = 2, NumbersLine = 3, TeamsLine = 4, FirstPupilLine = 5;

    /// <summary>Recomputes the record.</summary>
    /// <param name="record">As published.</param>
    /// <param name="sm3">SM3 (GB/T 32905), which the platform does not have.</param>
    /// <param name="cancellationToken">Stops a long recomputation.</param>
    public static RecordVerdict Verify(PlacementRecord record, Func<byte[], Digest> sm3, CancellationToken cancellationToken = default)
    {
        if (record.Format != PlacementRecord.KnownFormat)
            return Differs(RecordStep.Format, record.Format);
        return PlacementList.Parse(record.List) switch
        {
            PlacementListReading.Read { List: var list } => Inputs(record, list, sm3) ?? Outcome(record, list, cancellationToken),
            PlacementListReading.Malformed malformed => Differs(RecordStep.List, string.Create(CultureInfo.InvariantCulture, $"line {malformed.Line}")),
            _ => throw new InvalidOperationException("Closed hierarchy."),
        };
    }

    private static RecordVerdict? Inputs(PlacementRecord record, PlacementList list, Func<byte[], Digest> sm3)
    {
        var bytes = list.CanonicalBytes();
        if (Digest.Of(bytes) != record.Digests.Sha256)
            return Differs(RecordStep.Sha256);
        if (sm3(bytes) != record.Digests.Sm3)
            return Differs(RecordStep.Sm3);
        if (!DrawSecret.TryParse(record.Secret, out var secret) || secret!.Commitment() != record.Commitment)
            return Differs(RecordStep.Commitment);
        if (Entropy.TryParse(record.Entropy, out var entropy) is not null)
            return Differs(RecordStep.Entropy);
        if (DrawSeed.Derive(record.Digests.Sha256, secret, entropy!).Value != record.Seed)
            return Differs(RecordStep.Seed);
        if (record.Attributes is null)
            return null;
        return AttributeTable.Parse(record.Attributes) is { } table && table.BelongsTo(list) ? null : Differs(RecordStep.Attributes);
    }

    private static RecordVerdict Outcome(PlacementRecord record, PlacementList list, CancellationToken cancellationToken)
    {
        var seed = new DrawSeed(record.Seed);
        var isWithheld = list.Attributes is not null && record.Attributes is null;
        if (StatedGroups(record, list) is not { } stated)
            return Differs(RecordStep.Groups, "the result's form");
        var difference = isWithheld ? GroupsAgainstRules(list, stated) : GroupsRecomputed(record, list, stated, seed, cancellationToken);
        if (difference is not null)
            return difference;
        if (SecondDraw.Numbers(list, stated.Groups, seed) is not { } numbers || record.Result[NumbersLine] != stated.With(numbers, teams: null).NumbersLine)
            return Differs(RecordStep.Numbers);
        var teams = list.Teams is null ? null : SecondDraw.Teams(list, stated.Groups, numbers, seed);
        var result = stated.With(numbers, teams);
        if ((list.Teams is not null && teams is null) || record.Result[TeamsLine] != result.TeamsLine)
            return Differs(RecordStep.Teams);
        return Classes(record, result) ?? Late(record, result) ?? new RecordVerdict(Difference: null, "", !isWithheld);
    }

    private static RecordVerdict? GroupsRecomputed(PlacementRecord record, PlacementList list, Stated stated, DrawSeed seed, CancellationToken cancellationToken)
    {
        if (PlacementDraw.Groups(list, record.Attributes, seed, progress: null, cancellationToken) is not { } drawn)
            return Differs(RecordStep.Groups, "the rules leave no placement");
        if (drawn.Law != stated.Law || drawn.Attempts != stated.Attempts)
            return Differs(RecordStep.Groups, string.Create(CultureInfo.InvariantCulture, $"law and attempts are {drawn.Law} {drawn.Attempts}"));
        for (var i = 0; i < list.Rows.Count; i++)
        {
            if (drawn.Groups[i] != stated.Groups[i])
                return Differs(RecordStep.Groups, string.Create(CultureInfo.InvariantCulture, $"row {list.Rows[i].Row} is in group {drawn.Groups[i]}"));
        }
        return null;
    }

    private static RecordVerdict? GroupsAgainstRules(PlacementList list, Stated stated) =>
        PlacementRules.FirstBroken(list, stated.Groups) is { } broken ? Differs(RecordStep.Groups, broken.ToString()) : null;

    private static RecordVerdict? Classes(PlacementRecord record, PlacementResult result)
    {
        var lines = result.ToLines();
        for (var i = 0; i < result.List.Rows.Count; i++)
        {
            if (record.Result[FirstPupilLine + i] != lines[FirstPupilLine + i])
                return Differs(RecordStep.Classes, $"row {result.List.Rows[i].Row}");
        }
        return record.Result.SequenceEqual(lines, StringComparer.Ordinal) && record.ResultSha256 == result.Digest ? null : Differs(RecordStep.Result);
    }

    private static RecordVerdict? Late(PlacementRecord record, PlacementResult result)
    {
        var rows = result.List.Rows.Select(row => row.Row).ToHashSet();
        var before = record.LateCommitment;
        for (var j = 0; j < record.Late.Count; j++)
        {
            var joiner = record.Late[j];
            var where = string.Create(CultureInfo.InvariantCulture, $"joiner {j + 1}");
            if (j == LateChain.Links || before is null || !LateChain.Follows(before.Value, joiner.Link) || !rows.Add(joiner.Row))
                return Differs(RecordStep.Late, where);
            if (LateJoiners.Place(result, [.. record.Late.Take(j)], joiner.Row, joiner.Sex, joiner.SpecialNeeds, joiner.Link) != joiner.Class)
                return Differs(RecordStep.Late, where);
            before = joiner.Link;
        }
        return null;
    }

    /// <summary>Law, attempts and groups as the result states them; null when they do not stand there in their form.</summary>
    private static Stated? StatedGroups(PlacementRecord record, PlacementList list)
    {
        if (record.Result.Count < FirstPupilLine + list.Rows.Count)
            return null;
        LotLaw? law = record.Result[LawLine] switch { "law uniform" => LotLaw.Uniform, "law sequential" => LotLaw.Sequential, _ => null };
        if (law is null || !record.Result[AttemptsLine].StartsWith("attempts ", StringComparison.Ordinal)
            || CanonicalText.Number(record.Result[AttemptsLine].AsSpan("attempts ".Length), Lot.MostAttempts(list, law.Value)) is not { } attempts || attempts == 0)
        {
            return null;
        }
        var groups = new int[list.Rows.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            var parts = record.Result[FirstPupilLine + i].Split(' ');
            if (parts.Length != 3 || parts[0] != list.Rows[i].Row.ToString() || CanonicalText.Number(parts[1], list.Classes) is not { } group || group == 0)
                return null;
            groups[i] = group;
        }
        return new Stated(list, law.Value, attempts, groups);
    }

    private static RecordVerdict Differs(RecordStep step, string where = "") => new(step, where, GroupsRecomputed: false);

    private sealed record Stated(PlacementList List, LotLaw Law, int Attempts, int[] Groups)
    {
        public PlacementResult With(int[] numbers, string[]? teams) => new(List, Law, Attempts, Groups, numbers, teams);
    }
}
