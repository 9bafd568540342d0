using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Explaining;

/// <summary>All that a category is decided by: what the parent states and what the registers say.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Form">What the parent states.</param>
/// <param name="Checks">What the registers say.</param>
public sealed record Situation(Policy Policy, ApplicationForm Form, IReadOnlyList<AnsweredCheck> Checks)
{
    /// <summary>The situation of an application whose departments have all answered or been given up; null before.</summary>
    public static Situation? Of(Application application, Policy policy) =>
        application.Checks.Count > 0 && application.Checks.All(check => check.State.IsFinal)
            ? new Situation(policy, application.Form, [.. application.Checks.Select(AnsweredCheck.Of)])
            : null;

    /// <summary>The verdict on it.</summary>
    public Verdict Decide() => Verdict.Decide(Policy, Form, Checks);

    internal Evidence Evidence => new(Policy, Form, Checks);

    internal IEnumerable<T> Items<T>() where T : RegisterItem => Checks.SelectMany(check => check.Report?.Items ?? []).OfType<T>();

    /// <summary>The register says this of its kind and nothing else; a department that did not answer has.</summary>
    internal Situation With<T>(Department department, IEnumerable<T> items) where T : RegisterItem
    {
        var before = Checks.FirstOrDefault(check => check.Department == department);
        IReadOnlyList<RegisterItem> all = [.. (before?.Report?.Items ?? []).Where(item => item is not T), .. items];
        var report = before?.Report is { } known
            ? known with { Items = all }
            : new DepartmentReport(department, SourceSystem: "", DateOnly.MinValue, DateTimeOffset.MinValue, EvidenceHash: "", all);
        var after = new AnsweredCheck(department, new CheckState.Simple(CheckStatus.Match), report);
        return this with { Checks = [.. Checks.Where(check => check.Department != department), after] };
    }
}
