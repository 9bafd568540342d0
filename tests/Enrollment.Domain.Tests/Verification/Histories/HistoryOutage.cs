using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>All departments answer at once but one, which reacts to every question by the pattern and with the lag, and never answers.</summary>
internal sealed class HistoryOutage(HistoryFamily family, Department silent, Word[] pattern, TimeSpan lag)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Application Application { get; private set; } = family.Facts.Started(family.Asked.Except([silent]).ToArray());

    public DateTimeOffset Now { get; private set; } = Cases.Start;

    /// <summary>How often the silent department was asked until it was given up on.</summary>
    public int Questions { get; private set; }

    /// <summary>What happened since the others answered.</summary>
    public List<ApplicationEventKind> Events { get; } = [];

    /// <summary>Under how many ids.</summary>
    public int Ids => _ids.Count;

    /// <summary>The service's own loop, until the case goes on without the department.</summary>
    public void LastUntilGivenUp()
    {
        Ask();
        while (Application.StatusOf(silent) is not CheckStatus.SourceUnavailable)
            Sweep();
    }

    /// <summary>The next question is answered.</summary>
    public void Recover()
    {
        Now = Application.NextDue(Cases.Schedule)!.Value;
        var redrive = Application.Redrive(Now);
        Assert.Equal([silent], redrive.Ask);
        Commit(redrive.Change!);
        Assert.True(_ids.Add(Application.CheckOf(silent)!.RequestId(Application.Id)), "an unavailable department was asked under an old id");
        Commit(Application.Take(silent, family.Answer(silent, Word.Good), Now + lag)!);
    }

    private void Sweep()
    {
        Now = Application.NextDue(Cases.Schedule)!.Value;
        var redrive = Application.Redrive(Now);
        Commit(redrive.Change!);
        if (redrive.Ask.Count > 0)
            Ask();
    }

    private void Ask()
    {
        _ids.Add(Application.CheckOf(silent)!.RequestId(Application.Id));
        Now += lag;
        Commit(Application.Take(silent, family.Answer(silent, pattern[Questions++ % pattern.Length]), Now)!);
    }

    private void Commit(Change change)
    {
        Application = change.After;
        Events.AddRange(change.Events.Select(happened => happened.Kind));
    }
}
