using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>What one register said, as of when, with its records, and what a person decided on it.</summary>
internal sealed record RegisterView(string Department, string DepartmentText, string Status, IReadOnlyList<string> Disagrees, string? SourceSystem, DateOnly? DataAsOf,
    DateTimeOffset? AskedAt, DateTimeOffset? AnsweredAt, string? EvidenceHash, IReadOnlyList<RecordView> Records, CheckDecisionView? Person)
{
    public static RegisterView Of(Check check, Policy policy, CultureInfo language) => new(check.Department.ToString(), Texts.Get($"Department.{check.Department}", language),
        check.State.Status.ToString(), check.State is CheckState.Mismatch mismatch ? mismatch.Fields : [], check.Answer?.Report?.SourceSystem, check.Answer?.Report?.DataAsOf,
        check.AskedAt, check.Answer?.ReceivedAt, check.Answer?.Report?.EvidenceHash, [.. (check.Answer?.Report?.Items ?? []).Select(RecordView.Of)],
        CheckDecisionView.Of(AnsweredCheck.Of(check).Person, policy, language));
}

/// <summary>One record of a register, under the names of docs/departments.md.</summary>
internal sealed record RecordView(string Kind, JsonElement Record)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static RecordView Of(RegisterItem item) =>
        new(item.GetType().Name.Replace("Item", "", StringComparison.Ordinal), JsonSerializer.SerializeToElement(item, item.GetType(), Options));

    public override string ToString() => Kind;
}

/// <summary>What a person decided on a check.</summary>
internal sealed record CheckDecisionView(string Verdict, IReadOnlyList<string> Rules, string Reason, string ReasonText, string By, DateTimeOffset At)
{
    public static CheckDecisionView? Of(CheckDecision? decision, Policy policy, CultureInfo language) => decision is null ? null : new CheckDecisionView(
        decision.Verdict.ToString(), [.. decision.Rules.Select(rule => rule.ToString())], decision.Reason, DecisionTexts.Reason(decision.Reason, policy, language), decision.By, decision.At);
}

/// <summary>One field of the form beside what the registers hold on it.</summary>
internal sealed record ComparedFieldView(string Field, string? Stated, IReadOnlyList<RegisteredView> Registered, bool? Agrees)
{
    public static ComparedFieldView Of(ComparedField field) => new(field.Field, field.Stated,
        [.. field.Registered.Select(value => new RegisteredView(value.Department.ToString(), value.Value, value.AsOf))], field.Agrees);

    public override string ToString() => Field;
}

internal sealed record RegisteredView(string Department, string Value, DateOnly? AsOf)
{
    public override string ToString() => Department;
}
