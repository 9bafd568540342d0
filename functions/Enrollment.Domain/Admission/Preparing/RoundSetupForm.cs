using System.Globalization;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.Preparing;

/// <summary>The published order of a round as the bureau hands it in (seeds/admission/rounds has examples); anything may be missing.</summary>
/// <param name="Round">The round's own id.</param>
/// <param name="Year">The intake year.</param>
/// <param name="Bundles">How children who ask to stay together are drawn.</param>
/// <param name="Groups">The order groups.</param>
/// <param name="CoordinationGroup">The group of children who wait for coordinated placement.</param>
/// <param name="Stages">In the order in which they are carried out.</param>
/// <param name="AnswerWithinWorkingDays">How long a family has to answer an offer.</param>
/// <param name="LockedGroup">The group of children whom another child's place keeps out of the schools of their home (R6); none where they go with those
/// who wait for coordination.</param>
public sealed record RoundSetupForm(string? Round, int? Year, BundleMode? Bundles, IReadOnlyList<SetupGroupForm>? Groups, string? CoordinationGroup,
    IReadOnlyList<StageForm>? Stages, int? AnswerWithinWorkingDays, string? LockedGroup = null)
{
    private const int LongestAnswer = 60;

    /// <summary>The order, or every fault in it.</summary>
    /// <param name="isOpen">Can a round of this year be held?</param>
    public (RoundSetup? Setup, IReadOnlyList<Fault> Faults) Read(Func<int, bool> isOpen)
    {
        var faults = new List<Fault>();
        Refuse(faults, !AdmissionListText.IsCode(Round ?? ""), Round is null ? FaultCode.Required : FaultCode.ForbiddenCharacters, "$.round");
        Refuse(faults, Year is not { } year || !isOpen(year), Year is null ? FaultCode.Required : FaultCode.IntakeYearNotOpen, "$.year");
        Refuse(faults, Bundles is null, FaultCode.Required, "$.bundles");
        Refuse(faults, Groups is not { Count: > 0 } || Groups.Contains(null!), FaultCode.Required, "$.groups");
        Refuse(faults, Stages is not { Count: > 0 } || Stages.Contains(null!), FaultCode.Required, "$.stages");
        Refuse(faults, AnswerWithinWorkingDays is not (> 0 and <= LongestAnswer), FaultCode.UnknownValue, "$.answerWithinWorkingDays");
        if (faults.Count > 0)
            return (null, faults);
        CheckGroups(faults);
        CheckSubOrders(faults);
        CheckStages(faults);
        return faults.Count > 0 ? (null, faults) : (ToSetup(), []);
    }

    private void CheckGroups(List<Fault> faults)
    {
        var codes = Groups!.Select(group => group.Code).ToList();
        Refuse(faults, codes.Exists(code => !AdmissionListText.IsCode(code ?? "")) || IsRepeated(codes), FaultCode.UnknownValue, "$.groups");
        Refuse(faults, IsRepeated(Groups!.SelectMany(group => group.Categories ?? [])), FaultCode.DuplicateField, "$.groups");
        Refuse(faults, LockedGroup is { } locked && !codes.Contains(locked, StringComparer.Ordinal), FaultCode.UnknownValue, "$.lockedGroup");
        Refuse(faults, CoordinationGroup is not { } coordination || !codes.Contains(coordination, StringComparer.Ordinal), FaultCode.UnknownValue, "$.coordinationGroup");
    }

    private void CheckSubOrders(List<Fault> faults)
    {
        foreach (var (place, group) in Groups!.Index())
            Refuse(faults, !(group.SubOrders ?? []).All(IsSubOrder), FaultCode.UnknownValue, string.Create(CultureInfo.InvariantCulture, $"$.groups[{place}].subOrders"));
    }

    // Every child has a level: the last of each sub-order takes whoever is left, and no other does.
    private static bool IsSubOrder(IReadOnlyList<LevelForm>? levels) => levels is { Count: > 0 } && !levels.Contains(null!)
        && levels.All(level => AdmissionListText.IsCode(level.Code ?? "")) && !IsRepeated(levels.Select(level => level.Code))
        && levels[^1].Rule is null && levels.SkipLast(1).All(level => level.Rule is not null);

    private void CheckStages(List<Fault> faults)
    {
        var groups = Groups!.Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, stage) in Stages!.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.stages[{place}]");
            Refuse(faults, !AdmissionListText.IsCode(stage.Code ?? ""), FaultCode.UnknownValue, $"{path}.code");
            Refuse(faults, stage.Kind is null || stage.Entries is null || stage.Scope is null || stage.Rule is null, FaultCode.Required, path);
            Refuse(faults, stage.Groups is not { Count: > 0 } of || !of.All(groups.Contains), FaultCode.UnknownValue, $"{path}.groups");
            // Who waits for coordination, or is locked out, has no place by the home: such a place could not be offered (R6).
            Refuse(faults, stage is { Kind: StageKind.AreaSchool or StageKind.ZoneChoices, Groups: { } takingPart } && takingPart.Any(code => code == CoordinationGroup || code == LockedGroup),
                FaultCode.UnknownValue, $"{path}.groups");
            // The list's order has one place for each group of a stage.
            Refuse(faults, IsRepeated(stage.Groups ?? []), FaultCode.DuplicateField, $"{path}.groups");
        }
        Refuse(faults, IsRepeated(Stages!.Select(stage => stage.Code)), FaultCode.DuplicateField, "$.stages");
    }

    private RoundSetup ToSetup() => new(Round!, Year!.Value, Bundles!.Value, [.. Groups!.Select(group => group.ToGroup())], CoordinationGroup!,
        [.. Stages!.Select(stage => new Stage(stage.Code!, stage.Kind!.Value, stage.Groups!, stage.Entries!.Value, stage.Scope!.Value, stage.Rule!.Value))],
        new Deadline(AnswerWithinWorkingDays!.Value, DeadlineUnit.WorkingDays, "the round's published order"), LockedGroup);

    private static bool IsRepeated<T>(IEnumerable<T> items) => items.GroupBy(item => item).Any(same => same.Skip(1).Any());

    private static void Refuse(List<Fault> faults, bool isWrong, FaultCode code, string path)
    {
        if (isWrong)
            faults.Add(new Fault(code, path));
    }
}

/// <summary>An order group as handed in.</summary>
/// <param name="Code">As stages name it.</param>
/// <param name="Categories">The categories whose children belong to it.</param>
/// <param name="SubOrders">The sub-orders inside it, each with its levels, best first.</param>
public sealed record SetupGroupForm(string? Code, IReadOnlyList<CategoryCode>? Categories, IReadOnlyList<IReadOnlyList<LevelForm>>? SubOrders = null)
{
    internal SetupGroup ToGroup() => new(Code!, Categories ?? [],
        [.. (SubOrders ?? []).Select(levels => (IReadOnlyList<SetupLevel>)[.. levels.Select(level => new SetupLevel(level.Code!, level.Rule))])]);
}

/// <summary>A level of a sub-order as handed in.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Rule">The rule whose children stand on it; none for the last level.</param>
public sealed record LevelForm(string? Code, RuleId? Rule);

/// <summary>A stage as handed in.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What is offered.</param>
/// <param name="Groups">Who takes part, first in order first.</param>
/// <param name="Entries">On-time children, late ones, or both.</param>
/// <param name="Scope">Which schools are open.</param>
/// <param name="Rule">What decides.</param>
public sealed record StageForm(string? Code, StageKind? Kind, IReadOnlyList<string>? Groups, StageEntries? Entries, StageScope? Scope, StageRule? Rule);
