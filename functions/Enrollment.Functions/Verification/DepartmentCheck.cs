using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform;

namespace Enrollment.Functions.Verification;

/// <summary>One department's check of one application: load, ask, decide, save. The same for every department, so that adding one is a folder.</summary>
internal sealed class DepartmentCheck(ApplicationStore applications, ApplicationTurns turns, DepartmentQuestions departments, Policies policies, AnswerRecorder recorder)
{
    public async Task RunAsync(Department department, StepMessage message, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Continue($"CheckWith{department}", message.TraceParent, VerificationQueues.Of(department));
        using var turn = turns.Join(ApplicationId.Parse(message.ApplicationId));
        if (await applications.FindAsync(turn.Id, cancellationToken) is not { } stored)
            return;
        activity?.SetTag(Tracing.Application, turn.Id.Value);
        var application = stored.Application;
        if (!application.IsBeingVerified || application.CheckOf(department) is not { State.Status: CheckStatus.Queued or CheckStatus.SourceUnavailable } check)
            return;
        var policy = policies.Of(application.PolicyId);
        var asksPeriod = check.Questions.Any(question => question is Question.Insurance or Question.Tenancy);
        var query = new DepartmentQuery(department, check.RequestId(application.Id), application.Id, check.Questions, application.Form, policy.AreaCode,
            asksPeriod ? policy.EvidenceWindow.From : null, asksPeriod ? policy.EvidenceWindow.To : null, stored.TraceParent);
        DepartmentAnswer answer = await departments.AskAsync(query, cancellationToken) switch
        {
            AskResult.Answered answered => new DepartmentAnswer.Reported(answered.Body, answered.Report),
            AskResult.NoRecord none => new DepartmentAnswer.NoRecord(none.Body),
            AskResult.WillCallBack => new DepartmentAnswer.WillCallBack(),
            AskResult.Unreachable unreachable => new DepartmentAnswer.Unreachable(unreachable.RetryAfter),
            _ => throw new InvalidOperationException("AskResult is closed."),
        };
        await recorder.RecordAsync(turn, stored, new AnswerTo(department, check.Epoch), answer, cancellationToken);
    }
}
