using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Offers;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>
/// Lives one season with the real decisions and with the model, and compares the two after every step. It plays the service around the
/// decisions: one stored version, messages under way that may be lost or come twice, and a process that may die at any step.
/// </summary>
internal sealed partial class SeasonRun
{
    private const int Patience = 200;

    private static readonly SchoolCode School = SchoolCode.Parse("LC001");
    private static readonly Deadline AnswerWithin = new(5, DeadlineUnit.WorkingDays, "test");

    private readonly SeasonFamily _family;
    private readonly SeasonModel _model;
    private readonly List<SeasonMessage> _underWay = [new SeasonMessage.Plan()];
    private Application _before;
    private long _now;

    private SeasonRun(SeasonFamily family)
    {
        (_family, _model) = (family, new SeasonModel(family));
        _before = Stored = family.History.Facts.Submitted();
    }

    public Application Stored { get; private set; }

    public List<ApplicationEvent> Events { get; } = [];

    /// <summary>How often the store refused a decision on an old version.</summary>
    public int Refused { get; private set; }

    private DateTimeOffset Now => Cases.Start + TimeSpan.FromSeconds(_now);

    public static SeasonRun Of(Season season)
    {
        var run = new SeasonRun(season.Family);
        foreach (var step in season.Steps)
            run.Live(step);
        run.ComeToRest();
        return run;
    }

    private void Live(SeasonStep step)
    {
        switch (step)
        {
            case SeasonStep.Lose(var which) when _underWay.Count > 0:
                _underWay.RemoveAt(which % _underWay.Count);
                break;
            case SeasonStep.Arrive arrive when _underWay.Count > 0:
                Arrive(arrive);
                break;
            case SeasonStep.Pass pass:
                _now = pass.Seconds is { } seconds ? _now + seconds : Math.Max(_now, _model.NextLook ?? _now);
                Sweep(pass.Mishap);
                break;
            case SeasonStep.Ask(var mishap, var deed):
                Ask(deed, mishap);
                break;
            case SeasonStep.Act(var mishap, var who, var deed, var claims):
                if (claims)
                    Act(SeasonPeople.Of(who), StaffDeed.Claim, Mishap.None);
                Act(SeasonPeople.Of(who), deed, mishap);
                break;
            case SeasonStep.Round(var mishap, var number, var revokes):
                Decide(mishap, revokes
                    ? application => OfferDecisions.Revoke(application, $"round-{number}", Now)
                    : application => OfferDecisions.Offer(application, School, $"round-{number}", TestData.Policy.Calendar, AnswerWithin, Now),
                    () => revokes ? _model.Revoke(number) : _model.Offer(number, _now));
                break;
        }
    }

    private void Arrive(SeasonStep.Arrive arrive)
    {
        var message = _underWay[arrive.Which % _underWay.Count];
        _underWay.Remove(message);
        var isDone = message switch
        {
            SeasonMessage.Plan => Decide(arrive.Mishap, application => StartVerification.Decide(application, TestData.Policy, Cases.Schedule, Now), () => _model.Start(_now)),
            SeasonMessage.Question(var department) => Question(department, arrive),
            SeasonMessage.Callback(var department, var epoch, var word) => Hear(department, epoch, word, arrive.Mishap),
            _ => throw new InvalidOperationException("SeasonMessage is closed."),
        };
        // Nobody has deleted it, or it comes twice.
        if (!isDone || arrive.Mishap is Mishap.CrashAfterCommit or Mishap.Twice)
            _underWay.Add(message);
    }

    // As the function that reads the queue does: what nobody waits for is not asked.
    private bool Question(Department department, SeasonStep.Arrive arrive)
    {
        if (!Stored.IsBeingVerified || Stored.CheckOf(department) is not { State.Status: CheckStatus.Queued or CheckStatus.SourceUnavailable, Epoch: var epoch })
            return true;
        if (arrive.Word is Word.Promise)
            _underWay.Add(new SeasonMessage.Callback(department, epoch, arrive.Later));
        return Hear(department, epoch, arrive.Word, arrive.Mishap);
    }

    private bool Hear(Department department, int epoch, Word word, Mishap mishap) => Decide(mishap,
        application => RecordAnswer.Decide(application, department, _family.History.Answer(department, word), TestData.Policy, Cases.Schedule, Now, epoch),
        () => _model.Hear(department, word, epoch, _now));

    private void Sweep(Mishap mishap)
    {
        Redrive? redrive = null;
        IReadOnlyList<Department> asked = [];
        Decide(mishap, application => (redrive = RedriveOverdue.Decide(application, TestData.Policy, Cases.Schedule, Now)).Change, () => _model.Look(_now, out asked),
            () =>
            {
                Assert.Equal(asked, redrive!.Ask);
                if (redrive.Plan)
                    _underWay.Add(new SeasonMessage.Plan());
                _underWay.AddRange(redrive.Ask.Select(department => new SeasonMessage.Question(department)));
            });
    }

    private void Ask(ParentDeed deed, Mishap mishap)
    {
        switch (deed)
        {
            case ParentDeed.Withdraw:
                Decide(mishap, application => WithdrawalDecision.Decide(application, Now), _model.Withdraw);
                break;
            case ParentDeed.Confirm:
                Decide(mishap, application => OfferDecisions.Confirm(application, Now), _model.Confirm);
                break;
            case ParentDeed.Decline:
                Decide(mishap, application => OfferDecisions.Decline(application, Now), _model.Decline);
                break;
            case ParentDeed.Object:
                Decide(mishap, application => (RaiseObjection.Decide(application, "请再看一次", TestData.Policy, Now) as ObjectionOutcome.Allowed)?.Change, () => _model.Object(_now));
                break;
            default:
                Resubmit(deed is ParentDeed.ResubmitPapers, deed is ParentDeed.ResubmitCorrected, mishap);
                break;
        }
    }

    private void Resubmit(bool hasPapers, bool isCorrected, Mishap mishap)
    {
        IReadOnlyList<PapersForDefect> papers = hasPapers ? [new PapersForDefect(nameof(RuleId.RI), ["file"])] : [];
        Decide(mishap, application => Resubmission.Decide(application, isCorrected ? SeasonFamily.Corrected(application.Form) : application.Form, papers, TestData.Policy, Cases.Schedule, Now),
            () => _model.Resubmit(hasPapers, isCorrected, _now),
            () => _underWay.AddRange(Stored.Checks.Where(check => check.State.Status is CheckStatus.Queued).Select(check => new SeasonMessage.Question(check.Department))));
    }

    private void Act(Reviewer who, StaffDeed deed, Mishap mishap) => Decide(mishap,
        application => (ReviewDecisions.Decide(application, StaffDeeds.ActionOf(deed, _family, application), who, TestData.Policy, Now) as ReviewOutcome.Allowed)?.Change,
        () => _model.Act(who.Id, who.IsOfSchool, deed, _now), staff: who.Id);

    /// <summary>The faults are over, every department answers: whatever was lost, the case comes to rest with the family, a person or a round.</summary>
    private void ComeToRest()
    {
        for (var visits = 0; _underWay.Count > 0 || Stored.NextDue(Cases.Schedule) is not null; visits++)
        {
            if (visits == Patience)
                Assert.Fail($"{Stored.Status} does not come to rest");
            while (_underWay.Count > 0)
                Arrive(new SeasonStep.Arrive(Mishap.None, 0, Word.Good, Word.Good));
            Live(new SeasonStep.Pass(Mishap.None, Seconds: null));
        }
    }
}
