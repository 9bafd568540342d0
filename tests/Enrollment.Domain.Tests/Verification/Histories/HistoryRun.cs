using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>Lives one history with the real decisions and with the model, and compares the two after every step.</summary>
internal sealed class HistoryRun
{
    private readonly HistoryFamily _family;
    private readonly HistoryModel _model;
    private readonly List<ApplicationEvent> _events = [];
    private long _now;

    private HistoryRun(HistoryFamily family) => (_family, _model, Application) = (family, new HistoryModel(family), family.Facts.Submitted());

    public Application Application { get; private set; }

    /// <summary>Handed to a person, and established later without one.</summary>
    public bool IsRecovered => Count(ApplicationEventKind.ReferredToPerson) > 0 && Count(ApplicationEventKind.CategoryEstablished) > 0;

    public bool HasExpired => Count(ApplicationEventKind.CorrectionExpired) > 0;

    public bool WasUnavailable => Count(ApplicationEventKind.SourceUnavailable) > 0;

    private DateTimeOffset Now => Cases.Start + TimeSpan.FromSeconds(_now);

    public static HistoryRun Of(History history)
    {
        var run = new HistoryRun(history.Family);
        foreach (var step in history.Steps)
            run.Live(step);
        HistoryLaws.IdsHold(run.Application);
        return run;
    }

    private void Live(HistoryStep step)
    {
        var before = Application;
        switch (step)
        {
            case HistoryStep.Start:
                Commit(_model.Start(_now), StartVerification.Decide(Application, TestData.Policy, Cases.Schedule, Now));
                break;
            case HistoryStep.Hear(var department, var word):
                Commit(_model.Hear(department, word, _now), Application.Take(department, _family.Answer(department, word), Now));
                break;
            case HistoryStep.Withdraw:
                Commit(_model.Withdraw(), WithdrawalDecision.Decide(Application, Now));
                break;
            default:
                Sweep(step);
                break;
        }
        HistoryLaws.StepHolds(before, Application, Now);
        Compare();
    }

    private void Sweep(HistoryStep step)
    {
        _now = step is HistoryStep.Pass(var seconds) ? _now + seconds : Math.Max(_now, _model.NextLook ?? _now);
        var isOutstanding = _model.NextLook is not null;
        var redrive = Application.Redrive(Now);
        HistoryLaws.RedriveHolds(Application, redrive, Now);
        var asked = _model.Look(_now);
        Assert.Equal(asked.Order(), redrive.Ask.Order());
        Commit(isOutstanding, redrive.Change);
    }

    private void Commit(bool isExpected, Change? change)
    {
        Assert.True(isExpected == change is not null, $"{(isExpected ? "a" : "no")} change was expected");
        if (change is null)
            return;
        Application = change.After;
        _events.AddRange(change.Events);
    }

    private void Compare()
    {
        Assert.Equal((_model.Status, _model.Established, _model.Referred, _model.Requested, _model.Expired),
            (Application.Status, Count(ApplicationEventKind.CategoryEstablished), Count(ApplicationEventKind.ReferredToPerson),
                Count(ApplicationEventKind.CorrectionRequested), Count(ApplicationEventKind.CorrectionExpired)));
        Assert.Equal(_model.Established > 0 ? _family.Facts.Form.Category : null, Application.Established);
        Assert.True(Count(ApplicationEventKind.CategoryEstablished) <= 1 && Count(ApplicationEventKind.ReferredToPerson) <= 1, "decided twice");
        Assert.Equal(_model.NextLook, Seconds(Application.NextDue(Cases.Schedule)));
        foreach (var check in Application.Checks)
        {
            var clerk = _model.ClerkOf(check.Department)!;
            Assert.Equal((clerk.Usable is { } word ? HistoryFamily.BodyOf(check.Department, word) : null, clerk.Questions, clerk.LookAt),
                (check.Answer?.Body, check.Epoch, Seconds(check.DueAt)));
            Assert.Equal((clerk.IsPromised, clerk.HasGivenUp), clerk.Usable is null
                ? (check.State.Status is CheckStatus.Pending, check.State.Status is CheckStatus.SourceUnavailable)
                : (clerk.IsPromised, clerk.HasGivenUp && !check.AwaitsAnswer));
        }
    }

    private int Count(ApplicationEventKind kind) => _events.Count(happened => happened.Kind == kind);

    private static long? Seconds(DateTimeOffset? moment) => (moment - Cases.Start)?.Ticks / TimeSpan.TicksPerSecond;
}
