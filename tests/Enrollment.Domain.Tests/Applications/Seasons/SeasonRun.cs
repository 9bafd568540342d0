using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Offers;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Domain.Tests.Review;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>
/// Lives one season with the real decisions and with the model, and compares the two after every step. It plays the service around the
/// decisions: one stored version, messages under way that may be lost or come twice, and a process that may die at any step.
/// </summary>
internal sealed class SeasonRun
{
    private const int Patience = 200;

    private static readonly SchoolCode School = SchoolCode.Parse("LC001");
    private static readonly Deadline AnswerWithin = new(5, DeadlineUnit.WorkingDays, "test");
    private static readonly OpenPoint[] Papers = [new(RuleId.RI, MissMeaning.Evidence, [TestData.Policy.Papers[0].Id])];

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
        Decide(mishap, application => Resubmission.Decide(application, isCorrected ? _family.Corrected(application.Form) : application.Form, papers, TestData.Policy, Cases.Schedule, Now),
            () => _model.Resubmit(hasPapers, isCorrected, _now),
            () => _underWay.AddRange(Stored.Checks.Where(check => check.State.Status is CheckStatus.Queued).Select(check => new SeasonMessage.Question(check.Department))));
    }

    private void Act(Reviewer who, StaffDeed deed, Mishap mishap) => Decide(mishap,
        application => (ReviewDecisions.Decide(application, ActionOf(deed, application), who, TestData.Policy, Now) as ReviewOutcome.Allowed)?.Change,
        () => _model.Act(who.Id, who.IsOfSchool, deed, _now), staff: who.Id);

    private ReviewAction ActionOf(StaffDeed deed, Application application) => deed switch
    {
        StaffDeed.Claim => new ReviewAction.Claim(ReviewData.HalfAnHour),
        StaffDeed.Release => new ReviewAction.Release(),
        StaffDeed.ConfirmPolice => Check(Department.Police, RuleId.RI, CheckVerdict.Confirmed, ReasonUse.ConfirmCheck),
        StaffDeed.RejectPolice => Check(Department.Police, RuleId.RI, CheckVerdict.Rejected, ReasonUse.RejectCheck),
        StaffDeed.ConfirmCivilAffairs => Check(Department.CivilAffairs, RuleId.RG, CheckVerdict.Confirmed, ReasonUse.ConfirmCheck),
        StaffDeed.WaiveProperty => Check(Department.Property, _family.Waivable, CheckVerdict.Waived, ReasonUse.WaiveCheck),
        StaffDeed.ConfirmSocialSecurity => Check(Department.SocialSecurity, RuleId.R8, CheckVerdict.Confirmed, ReasonUse.ConfirmCheck),
        StaffDeed.EstablishClaimed => new ReviewAction.Establish(_family.Claimed, ReviewData.For(ReasonUse.Establish)),
        StaffDeed.EstablishLesser => new ReviewAction.Establish(_family.Lesser, ReviewData.For(ReasonUse.Establish)),
        StaffDeed.ProposeLesser => new ReviewAction.ProposeRefusal(RuleId.RI, _family.Lesser, ReviewData.For(ReasonUse.Refuse)),
        StaffDeed.ProposeCoordination => new ReviewAction.ProposeRefusal(RuleId.RI, Instead: null, ReviewData.For(ReasonUse.Refuse)),
        StaffDeed.ConfirmRefusal => new ReviewAction.ConfirmRefusal(Note: null),
        StaffDeed.RejectRefusal => new ReviewAction.RejectRefusal(Note: null),
        StaffDeed.AskForPapers => new ReviewAction.AskForPapers(Papers, Message: null),
        StaffDeed.HandOver => new ReviewAction.HandOver(application.Authority is Authority.District ? Authority.Municipal : Authority.District, ReviewData.For(ReasonUse.Transfer)),
        StaffDeed.TransferOut => new ReviewAction.TransferOut("外区", ReviewData.For(ReasonUse.Transfer)),
        StaffDeed.Defer => new ReviewAction.Defer(ReviewData.For(ReasonUse.Defer)),
        StaffDeed.ProposeVoid => new ReviewAction.ProposeVoid(ReviewData.For(ReasonUse.Void)),
        StaffDeed.ConfirmVoid => new ReviewAction.ConfirmVoid(Note: null),
        StaffDeed.RejectVoid => new ReviewAction.RejectVoid(Note: null),
        StaffDeed.Uphold => new ReviewAction.UpholdDecision(ReviewData.For(ReasonUse.Uphold)),
        StaffDeed.ChangeToClaimed => new ReviewAction.ChangeDecision(_family.Claimed, ReviewData.For(ReasonUse.Change)),
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    private static ReviewAction.DecideCheck Check(Department department, RuleId rule, CheckVerdict verdict, ReasonUse use) => new(department, verdict, [rule], ReviewData.For(use));

    /// <summary>Decides, stores and sends, as far as the mishap lets it. True when the message that set it off is done with.</summary>
    private bool Decide(Mishap mishap, Func<Application, Change?> decide, Func<IReadOnlyList<Kind>?> model, Action? send = null, string? staff = null)
    {
        var read = mishap is Mishap.Stale ? _before : Stored;
        var change = decide(read);
        if (change is not null)
            SeasonLaws.ChangeHolds(read, change, staff, Now);
        if (mishap is Mishap.CrashBeforeCommit)
            return false;
        if (mishap is Mishap.Stale && !ReferenceEquals(read, Stored))
        {
            Refused += change is null ? 0 : 1;
            return change is null;
        }
        var expected = model();
        if (expected is null != change is null)
            Assert.Fail(expected is null ? $"no change was expected: {string.Join(' ', change!.Events.Select(e => e.Kind))}" : $"expected {string.Join(' ', expected)}, nothing came of it");
        if (change is not null)
            Commit(change, expected!, mishap, send);
        SeasonLaws.NothingIsForgotten(Stored);
        Compare();
        return true;
    }

    private void Commit(Change change, IReadOnlyList<Kind> expected, Mishap mishap, Action? send)
    {
        if (!change.Events.Select(happened => happened.Kind).SequenceEqual(expected))
            Assert.Fail($"expected {string.Join(' ', expected)}, not {string.Join(' ', change.Events.Select(e => e.Kind))}: {_model}");
        var wasPlanned = Stored.Checks.Count > 0;
        (_before, Stored) = (Stored, change.After);
        Events.AddRange(change.Events);
        if (mishap is Mishap.CrashAfterCommit)
            return;
        send?.Invoke();
        if (!wasPlanned)
            _underWay.AddRange(Stored.Checks.Select(check => new SeasonMessage.Question(check.Department)));
    }

    private void Compare()
    {
        if (Stored.Status != _model.Status || Stored.Established != _model.Established || Stored.Authority != _model.Authority)
            Assert.Fail($"{Stored.Status} {Stored.Established} {Stored.Authority}, not {_model.Status} {_model.Established} {_model.Authority}");
        if (Seconds(Stored.NextDue(Cases.Schedule)) != _model.NextLook)
            Assert.Fail($"due at {Seconds(Stored.NextDue(Cases.Schedule))}, not {_model.NextLook}, when {Stored.Status}");
        CompareDesk(Stored.Review ?? ReviewCase.Untouched);
        foreach (var check in Stored.Checks)
        {
            var clerk = _model.ClerkOf(check.Department)!;
            if (check.Answer?.Body != (clerk.Usable is { } word ? HistoryFamily.BodyOf(check.Department, word) : null) || check.Epoch != clerk.Questions || Seconds(check.DueAt) != clerk.LookAt)
            {
                if (_model.IsBeingVerified)
                    Assert.Fail($"{check.Department}: {check.Answer?.Body} {check.Epoch} {Seconds(check.DueAt)}, not {clerk.Usable} {clerk.Questions} {clerk.LookAt}");
            }
        }
    }

    private void CompareDesk(ReviewCase review)
    {
        var desk = _model.Desk;
        if ((review.Claim?.By, review.Claim?.IsLive(Now) ?? false) != (desk.Holder, desk.IsHeld(_now)))
            Assert.Fail($"held by {review.Claim?.By} until {review.Claim?.Until}, not by {desk.Holder} until {desk.Until}");
        if ((review.Refusal?.By, review.Voiding?.By, review.Objection?.IsOpen ?? false, review.Deciders.Count) != (desk.RefusalBy, desk.VoidBy, desk.IsObjected, desk.Deciders))
            Assert.Fail($"refusal by {review.Refusal?.By}, void by {review.Voiding?.By}, {review.Deciders.Count} deciders, not {desk.RefusalBy}, {desk.VoidBy}, {desk.Deciders}");
    }

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

    private static long? Seconds(DateTimeOffset? moment) => (moment - Cases.Start)?.Ticks / TimeSpan.TicksPerSecond;
}

/// <summary>A message under way. Closed.</summary>
internal abstract record SeasonMessage
{
    private SeasonMessage()
    {
    }

    internal sealed record Plan : SeasonMessage;

    internal sealed record Question(Department Department) : SeasonMessage;

    internal sealed record Callback(Department Department, int Epoch, Word Word) : SeasonMessage;
}
