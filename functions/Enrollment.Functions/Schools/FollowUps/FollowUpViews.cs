using Enrollment.Domain.Admission.FollowUps;
using Enrollment.Domain.Identity;

namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>A child in the list: masked, because a list is looked over by many and printed.</summary>
internal sealed record UnappliedView(string Child, string? Name, string? Zone, string State, int Steps)
{
    public static UnappliedView Of(StoredChild child, FollowUpState state) =>
        new(child.Ref, PersonName.TryParse(child.Person.Name, out var name) is null ? name!.ToString() : null, child.Person.Zone, state.ToString(), child.Events);
}

/// <summary>A page of the list.</summary>
internal sealed record UnappliedPage(IReadOnlyList<UnappliedView> Children, string? Next);

/// <summary>One child, for whoever calls the family.</summary>
internal sealed record FollowUpView(string Child, string Name, string? Zone, string? Guardian, string? Phone, string State, IReadOnlyList<FollowUpStepView> Steps)
{
    public static FollowUpView Of(StoredChild child, FollowUpState state, IReadOnlyList<FollowUpEvent> steps) =>
        new(child.Ref, child.Person.Name, child.Person.Zone, child.Person.Guardian, child.Person.Phone, state.ToString(),
            [.. steps.Select(step => new FollowUpStepView(step.Action.ToString(), step.Reason.ToString(), step.To.ToString(), step.By, step.At))]);

    public override string ToString() => nameof(FollowUpView);
}

/// <summary>One step.</summary>
internal sealed record FollowUpStepView(string Action, string Reason, string To, string By, DateTimeOffset At);
