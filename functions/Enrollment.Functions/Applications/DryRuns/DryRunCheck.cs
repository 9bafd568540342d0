using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications.Prefilling;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Verification;

namespace Enrollment.Functions.Applications.DryRuns;

/// <summary>What a dry run has found so far.</summary>
/// <param name="Run">Which.</param>
/// <param name="Form">What was tried.</param>
/// <param name="Policy">By which policy.</param>
/// <param name="Answers">What each department of the plan said, or why it said nothing.</param>
/// <param name="Checks">The same as the checks of an application would stand.</param>
/// <param name="Decision">What an application would come to on this.</param>
internal sealed record DryRunFindings(DryRun Run, ApplicationForm Form, Policy Policy, IReadOnlyList<Lookup> Answers, IReadOnlyList<AnsweredCheck> Checks, Decision Decision)
{
    public bool IsComplete => Answers.All(answer => answer.IsAnswered);

    public override string ToString() => $"DryRunFindings {{ {Run.Id} }}";
}

/// <summary>
/// Asks what the policy plans for the claimed category, and judges by the same rules as for an application. Whoever looks again asks on:
/// what has been answered is kept, what has not is asked for once more.
/// </summary>
internal sealed class DryRunCheck(Lookups lookups, Policies policies)
{
    public async Task<DryRunFindings> RunAsync(DryRun run, CancellationToken cancellationToken)
    {
        var policy = policies.Of(run.PolicyId);
        var form = FormReading.Of(run.Form).Form;
        var plan = policy.PlanChecks(form.Category);
        var answers = await lookups.AskAsync(new LookupAsk(run.Id, plan, QuerySubject.OfDryRun(form), policy, run.ExpiresAt - run.StartedAt), cancellationToken);
        var checks = plan.Zip(answers, (asked, answer) => new AnsweredCheck(asked.Department, StateOf(form, asked, answer), answer.Report)).ToList();
        return new DryRunFindings(run, form, policy, answers, checks, Decision.Of(policy, form, checks, ServiceFacts.None));
    }

    private static CheckState StateOf(ApplicationForm form, CheckPlan asked, Lookup answer) => answer switch
    {
        { Report: { } report } => AnswerAssessment.Assess(form, asked.Questions, report),
        { Status: LookupStatus.NoRecord } => new CheckState.Simple(CheckStatus.NotFound),
        { Status: LookupStatus.WillCallBack } => new CheckState.Simple(CheckStatus.Pending),
        _ => new CheckState.Simple(CheckStatus.SourceUnavailable),
    };
}
