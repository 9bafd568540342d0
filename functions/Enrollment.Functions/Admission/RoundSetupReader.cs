using Enrollment.Domain;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Admission;

/// <summary>Reads the published order of a round (seeds/admission/rounds has examples), or names every fault in it.</summary>
internal sealed class RoundSetupReader(DistrictSupplies supplies)
{
    private const int MaxBytes = 64 * 1024;
    private const int LongestAnswer = 60;

    public async Task<(RoundSetup? Setup, IReadOnlyList<Fault> Faults)> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken) switch
        {
            JsonRead<Body>.Read read => Read(read.Value),
            JsonRead<Body>.Refused refused => (null, refused.Faults),
            _ => throw new InvalidOperationException("JsonRead is closed."),
        };

    private (RoundSetup? Setup, IReadOnlyList<Fault> Faults) Read(Body body)
    {
        var faults = new List<Fault>();
        Refuse(faults, !RoundName.IsRound(body.Round), body.Round is null ? FaultCode.Required : FaultCode.ForbiddenCharacters, "$.round");
        Refuse(faults, body.Year is not { } year || !supplies.Has(year), body.Year is null ? FaultCode.Required : FaultCode.IntakeYearNotOpen, "$.year");
        Refuse(faults, body.Bundles is null, FaultCode.Required, "$.bundles");
        Refuse(faults, body.Groups is not { Count: > 0 }, FaultCode.Required, "$.groups");
        Refuse(faults, body.Stages is not { Count: > 0 }, FaultCode.Required, "$.stages");
        Refuse(faults, body.AnswerWithinWorkingDays is not (> 0 and <= LongestAnswer), FaultCode.UnknownValue, "$.answerWithinWorkingDays");
        if (faults.Count > 0)
            return (null, faults);
        CheckGroups(body, faults);
        CheckSubOrders(body, faults);
        foreach (var (stage, place) in body.Stages!.Select((stage, place) => (stage, place)))
        {
            var path = $"$.stages[{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
            CheckStage(body, stage, path, faults);
            // Who waits for coordination, or is locked out, has no place by the home: such a place could not be offered (R6).
            Refuse(faults, stage is { Kind: StageKind.AreaSchool or StageKind.ZoneChoices, Groups: { } groups } && groups.Exists(code => code == body.CoordinationGroup || code == body.LockedGroup),
                FaultCode.UnknownValue, $"{path}.groups");
        }
        return faults.Count > 0 ? (null, faults) : (SetupOf(body), []);
    }

    private static void CheckGroups(Body body, List<Fault> faults)
    {
        var codes = body.Groups!.Select(group => group.Code).ToList();
        Refuse(faults, codes.Exists(code => !RoundName.IsRound(code)) || codes.Distinct(StringComparer.Ordinal).Count() < codes.Count, FaultCode.UnknownValue, "$.groups");
        var categories = body.Groups!.SelectMany(group => group.Categories ?? []).ToList();
        Refuse(faults, categories.Distinct().Count() < categories.Count, FaultCode.DuplicateField, "$.groups");
        Refuse(faults, body.LockedGroup is { } locked && !codes.Contains(locked, StringComparer.Ordinal), FaultCode.UnknownValue, "$.lockedGroup");
        Refuse(faults, body.CoordinationGroup is not { } coordination || !codes.Contains(coordination, StringComparer.Ordinal), FaultCode.UnknownValue, "$.coordinationGroup");
    }

    // Every child has a level: the last of each sub-order takes whoever is left, and no other does.
    private static void CheckSubOrders(Body body, List<Fault> faults)
    {
        foreach (var (group, place) in body.Groups!.Select((group, place) => (group, place)))
        {
            var orders = group.SubOrders ?? [];
            Refuse(faults, orders.Exists(levels => levels is null || levels.Exists(level => level is null || !RoundName.IsRound(level.Code)) || levels.Count == 0
                || levels[^1].Rule is not null || levels.SkipLast(1).Any(level => level.Rule is null) || levels.DistinctBy(level => level.Code, StringComparer.Ordinal).Count() < levels.Count),
                FaultCode.UnknownValue, $"$.groups[{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}].subOrders");
        }
    }

    private static void CheckStage(Body body, StageBody stage, string path, List<Fault> faults)
    {
        Refuse(faults, !RoundName.IsRound(stage.Code), FaultCode.UnknownValue, $"{path}.code");
        Refuse(faults, stage.Kind is null || stage.Entries is null || stage.Scope is null || stage.Rule is null, FaultCode.Required, path);
        Refuse(faults, stage.Groups is not { Count: > 0 } groups || groups.Exists(code => !body.Groups!.Exists(group => group.Code == code)), FaultCode.UnknownValue, $"{path}.groups");
    }

    private static RoundSetup SetupOf(Body body) => new(body.Round!, body.Year!.Value, body.Bundles!.Value,
        [.. body.Groups!.Select(group => SetupOf(group))], body.CoordinationGroup!,
        [.. body.Stages!.Select(stage => new Stage(stage.Code!, stage.Kind!.Value, stage.Groups!, stage.Entries!.Value, stage.Scope!.Value, stage.Rule!.Value))],
        new Deadline(body.AnswerWithinWorkingDays!.Value, DeadlineUnit.WorkingDays, "the round's published order"), body.LockedGroup);

    private static SetupGroup SetupOf(GroupBody group) => new(group.Code!, group.Categories ?? [],
        [.. (group.SubOrders ?? []).Select(levels => (IReadOnlyList<SetupLevel>)[.. levels.Select(level => new SetupLevel(level.Code!, level.Rule))])]);

    private static void Refuse(List<Fault> faults, bool isWrong, FaultCode code, string path)
    {
        if (isWrong)
            faults.Add(new Fault(code, path));
    }

    private sealed record Body(string? Round, int? Year, BundleMode? Bundles, List<GroupBody>? Groups, string? CoordinationGroup, string? LockedGroup, List<StageBody>? Stages,
        int? AnswerWithinWorkingDays);

    private sealed record GroupBody(string? Code, List<CategoryCode>? Categories, List<List<LevelBody>>? SubOrders);

    private sealed record LevelBody(string? Code, RuleId? Rule);

    private sealed record StageBody(string? Code, StageKind? Kind, List<string>? Groups, StageEntries? Entries, StageScope? Scope, StageRule? Rule);
}
