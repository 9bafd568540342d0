using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>One entry of the history: what, when, who, why.</summary>
internal sealed record HistoryView(string Kind, DateTimeOffset At, string By, string? Department, IReadOnlyList<string> Rules, StaffActView? Act)
{
    public static HistoryView Of(ApplicationEvent happened, Policy policy, CultureInfo language) => new(happened.Kind.ToString(), happened.At, happened.By.ToString(),
        happened.Department is { } department ? Texts.Get($"Department.{department}", language) : null, [.. happened.Findings.Select(finding => finding.Rule.ToString())],
        StaffActView.Of(happened.Act, policy, language));
}

/// <summary>What a member of staff did and why.</summary>
internal sealed record StaffActView(string By, string? Reason, string? ReasonText, string? Rule, string? Note, string? To)
{
    public static StaffActView? Of(StaffAct? act, Policy policy, CultureInfo language) => act is null ? null : new StaffActView(act.By, act.Reason,
        act.Reason is { } reason ? DecisionTexts.Reason(reason, policy, language) : null, act.Rule?.ToString(), act.Note, act.To);

    public override string ToString() => $"StaffActView {{ {Reason}, {Rule} }}";
}
