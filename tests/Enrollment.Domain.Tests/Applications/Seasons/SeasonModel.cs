using Enrollment.Domain.Applications;
using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Applications.ApplicationStatus;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>
/// The oracle: an application as an official would keep it with a pencil. Time is seconds since submission. Each method tells what it wrote
/// into the history; null when nothing came of it.
/// </summary>
internal sealed partial class SeasonModel(SeasonFamily family)
{
    private const int MachineAsks = 2;

    private readonly Dictionary<Department, HistoryClerk> _clerks = [];
    private List<Kind> _told = [];
    private int _redrives;
    private long _planned;
    private int _round;
    private bool _isAnswered;
    private bool _hasPapers;
    private int _lastDay;
    private int _extendedBy;

    public ApplicationStatus Status { get; private set; } = Submitted;

    public CategoryCode? Established { get; private set; }

    public SeasonDesk Desk { get; } = new();

    public long AnswerBy => HistoryCalendar.AfterWorkingDays(_lastDay, 0);

    public bool IsOver => Status is Withdrawn or Transferred;

    public bool IsBeingVerified => Status is Verifying or UnderReview or CorrectionRequested;

    public long? NextLook => Status switch
    {
        Submitted => _planned + HistoryClerk.PauseAfter(_redrives),
        Offered => OfferedUntil,
        CorrectionRequested => Math.Min(AnswerBy, _clerks.Values.Min(clerk => clerk.LookAt) ?? long.MaxValue),
        Verifying or UnderReview => _clerks.Values.Min(clerk => clerk.LookAt),
        _ => null,
    };

    public override string ToString() => $"{Status} {string.Join(' ', _clerks.Select(pair => $"{pair.Key}:{pair.Value.Usable}/{pair.Value.Person}"))}";

    public HistoryClerk? ClerkOf(Department department) => _clerks.GetValueOrDefault(department);

    /// <summary>The parent answers a request for correction.</summary>
    public IReadOnlyList<Kind>? Resubmit(bool hasPapers, bool isCorrected, long now) => Tell(Status is CorrectionRequested && now < AnswerBy, () =>
    {
        (Status, _redrives, _isAnswered, _hasPapers) = (Verifying, 0, true, hasPapers);
        foreach (var (department, clerk) in _clerks)
        {
            if (isCorrected && family.AskedByName.Contains(department))
                _clerks[department] = new HistoryClerk(now, clerk.Questions + 1);
            else
                clerk.Forgive(now);
        }
        _told.Add(Kind.Resubmitted);
        Close(now);
    });

    public IReadOnlyList<Kind>? Withdraw() => Tell(!IsOver, () =>
    {
        Status = Withdrawn;
        _told.Add(Kind.Withdrawn);
    });

    /// <summary>Every clerk has closed: the category, papers, or a person.</summary>
    private void Close(long now)
    {
        if (_clerks.Values.All(clerk => clerk.HasClosed))
        {
            if (family.History.Needed.All(department => _clerks[department].Word is Word.Good))
                Settle();
            else if (Status is not CorrectionRequested && MachineMayAsk(now))
                AskForPapers(now);
            else if (Status is Verifying)
                Refer();
            if (Status is not Verified && _told.Contains(Kind.CheckAnswered))
                Desk.DropRefusal();
        }
        Extend(now);
    }

    private void Settle()
    {
        (Status, Established) = (Verified, family.Claimed);
        Rest();
        Desk.Settled();
        _told.Add(Kind.CategoryEstablished);
    }

    private void Refer()
    {
        Status = UnderReview;
        Desk.Settled();
        _told.Add(Kind.ReferredToPerson);
    }

    // No family brings papers because an office did not answer; with papers on file, or unanswered, a person reads on; so too while one has the case.
    private bool MachineMayAsk(long now) => _clerks.Values.All(clerk => clerk.HasSpoken) && !Desk.IsHeld(now) && !NeedsPerson
        && (_round == 0 || (_isAnswered && !_hasPapers && _round < MachineAsks));

    // Too few months speak against the claim, and so does another guardian where no household shows the parent: no paper of the policy cures that, nor what is left to a person.
    private bool NeedsPerson => family.History.Needed.Any(department => ClerkOf(department)!.Person is Word.NoRecord) || Said(Department.SocialSecurity) is Word.Bad
        || (Said(Department.CivilAffairs) is Word.Bad && (family.Claimed is CategoryCode.MigrantChild || Said(Department.Police) is Word.NoRecord));

    private Word? Said(Department department) => ClerkOf(department)?.Word;

    private void AskForPapers(long now)
    {
        Status = CorrectionRequested;
        (_round, _isAnswered, _hasPapers, _extendedBy, _lastDay) = (_round + 1, false, false, 0, HistoryCalendar.LastOf(HistoryCalendar.Day(now), 3));
        _told.Add(Kind.CorrectionRequested);
    }

    private void Extend(long now)
    {
        if (Status is not CorrectionRequested || HistoryCalendar.LateDays(_clerks.Values, now) is var late && late <= _extendedBy)
            return;
        (_lastDay, _extendedBy) = (HistoryCalendar.LastOf(_lastDay, late - _extendedBy), late);
        _told.Add(Kind.DeadlineExtended);
    }

    /// <summary>Nobody waits for a department any more.</summary>
    private void Rest()
    {
        foreach (var clerk in _clerks.Values)
            clerk.LookAt = null;
    }

    private List<Kind>? Tell(bool isPossible, Action happens)
    {
        if (!isPossible)
            return null;
        _told = [];
        happens();
        return _told;
    }
}
