using Enrollment.Domain.Tests.Verification.Histories;
using Enrollment.Domain.Verification;
using static Enrollment.Domain.Applications.ApplicationStatus;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>What departments say, and what the sweep finds when they say nothing.</summary>
internal sealed partial class SeasonModel
{
    public IReadOnlyList<Kind>? Start(long now) => Tell(Status is Submitted, () =>
    {
        foreach (var department in family.History.Asked)
            _clerks[department] = new HistoryClerk(now);
        (Status, _redrives) = (Verifying, 0);
        _told.Add(Kind.VerificationStarted);
    });

    public IReadOnlyList<Kind>? Hear(Department department, Word word, int question, long now)
    {
        var clerk = ClerkOf(department);
        if (!IsBeingVerified || clerk is null || question < clerk.Since)
            return null;
        var hadGivenUp = clerk.HasGivenUp;
        return Tell(clerk.Hear(word, now), () =>
        {
            _redrives = 0;
            if (word is Word.Promise ? !hadGivenUp : word is not Word.Unreachable || hadGivenUp != clerk.HasGivenUp)
                _told.Add(word switch { Word.Promise => Kind.CallbackPromised, Word.Unreachable => Kind.SourceUnavailable, _ => Kind.CheckAnswered });
            Close(now);
        });
    }

    /// <summary>The sweep comes by; who is to be asked.</summary>
    public IReadOnlyList<Kind>? Look(long now, out IReadOnlyList<Department> asked)
    {
        var asking = new List<Department>();
        var told = Tell(NextLook is not null, () => Look(now, asking));
        asked = IsBeingVerified ? asking : [];
        return told;
    }

    private void Look(long now, List<Department> asking)
    {
        Extend(now);
        if (Status is CorrectionRequested && AnswerBy <= now)
        {
            Status = UnderReview;
            Desk.Settled();
            _told.Add(Kind.CorrectionExpired);
        }
        else if (Status is Offered && OfferedUntil <= now)
        {
            Status = AwaitingCoordination;
            _told.AddRange([Kind.OfferLapsed, Kind.SentToCoordination]);
        }
        else if (Status is Submitted)
        {
            (_planned, _redrives) = (now, _redrives + 1);
        }
        else if (IsBeingVerified && _clerks.Values.Any(clerk => clerk.LookAt <= now))
        {
            _redrives++;
            foreach (var (department, clerk) in _clerks.Where(pair => pair.Value.LookAt <= now))
                Visit(department, clerk, now, asking);
            Close(now);
        }
    }

    private void Visit(Department department, HistoryClerk clerk, long now, List<Department> asking)
    {
        var wasPromised = clerk.IsPromised;
        var isAsked = clerk.Look(now, _redrives);
        if (isAsked)
            asking.Add(department);
        if (wasPromised)
            _told.Add(isAsked ? Kind.AskedAgain : Kind.SourceUnavailable);
    }
}
