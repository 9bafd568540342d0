using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>The oracle: one clerk a department and a case that closes when every clerk has closed; time is seconds since submission.</summary>
internal sealed class HistoryModel(HistoryFamily family)
{
    private readonly Dictionary<Department, HistoryClerk> _clerks = [];
    private int _redrives;
    private long _planned;

    public ApplicationStatus Status { get; private set; } = ApplicationStatus.Submitted;

    public int Established { get; private set; }

    public int Referred { get; private set; }

    public int Requested { get; private set; }

    public int Expired { get; private set; }

    private long? _answerBy;

    public long? NextLook => Status is ApplicationStatus.Submitted ? _planned + HistoryClerk.PauseAfter(_redrives)
        : Status is ApplicationStatus.CorrectionRequested ? _answerBy
        : IsOpen ? _clerks.Values.Min(clerk => clerk.LookAt)
        : null;

    private bool IsOpen => Status is ApplicationStatus.Verifying or ApplicationStatus.UnderReview;

    public HistoryClerk? ClerkOf(Department department) => _clerks.GetValueOrDefault(department);

    public bool Start(long now)
    {
        if (Status is not ApplicationStatus.Submitted)
            return false;
        foreach (var department in family.Asked)
            _clerks[department] = new HistoryClerk(now);
        (Status, _redrives) = (ApplicationStatus.Verifying, 0);
        return true;
    }

    public bool Hear(Department department, Word word, long now)
    {
        if (!IsOpen || ClerkOf(department)?.Hear(word, now) is not true)
            return false;
        _redrives = 0;
        Close(now);
        return true;
    }

    public bool Withdraw()
    {
        var possible = Status is not ApplicationStatus.Withdrawn;
        Status = ApplicationStatus.Withdrawn;
        return possible;
    }

    /// <summary>The sweep comes by; who is to be asked.</summary>
    public IReadOnlyList<Department> Look(long now)
    {
        if (Status is ApplicationStatus.Submitted)
            (_planned, _redrives) = (now, _redrives + 1);
        if (Status is ApplicationStatus.CorrectionRequested && _answerBy <= now)
            (Status, Expired) = (ApplicationStatus.UnderReview, Expired + 1);
        var overdue = IsOpen ? _clerks.Where(pair => pair.Value.LookAt <= now).ToList() : [];
        if (overdue.Count == 0)
            return [];
        _redrives++;
        var asked = overdue.Where(pair => pair.Value.Look(now, _redrives)).Select(pair => pair.Key).ToList();
        Close(now);
        return IsOpen ? asked : [];
    }

    private void Close(long now)
    {
        if (!_clerks.Values.All(clerk => clerk.HasClosed))
            return;
        if (family.Needed.All(department => _clerks[department].Usable is Word.Good))
        {
            (Status, Established) = (ApplicationStatus.Verified, Established + 1);
            foreach (var clerk in _clerks.Values)
                clerk.LookAt = null;
        }
        else if (Requested == 0 && _clerks.Values.All(clerk => clerk.Usable is not null) && !NeedsPerson)
        {
            (Status, Requested, _answerBy) = (ApplicationStatus.CorrectionRequested, 1, Deadline(now));
        }
        else if (Status is ApplicationStatus.Verifying)
        {
            (Status, Referred) = (ApplicationStatus.UnderReview, Referred + 1);
        }
    }

    // Too few months speak against the claim, and so does another guardian where no household shows the parent: no paper of the policy cures that.
    private bool NeedsPerson => Said(Department.SocialSecurity) is Word.Bad
        || (Said(Department.CivilAffairs) is Word.Bad && (family.Facts.Form.Category is CategoryCode.MigrantChild || Said(Department.Police) is Word.NoRecord));

    private Word? Said(Department department) => ClerkOf(department)?.Usable;

    /// <summary>Three working days after today, and one more for every working day on which somebody was late; the moment after the last.</summary>
    private long Deadline(long now) => HistoryCalendar.AfterWorkingDays(HistoryCalendar.Day(now), 3 + HistoryCalendar.LateDays(_clerks.Values, now));
}
