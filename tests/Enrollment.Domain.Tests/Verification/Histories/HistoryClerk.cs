namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>Minds one department of one case: the first usable word, and a calendar in seconds (<see cref="Cases.Schedule"/> in numbers).</summary>
internal sealed class HistoryClerk(long startedAt)
{
    private static readonly int[] Retries = [15, 30, 60, 120, 300];
    private bool _hasPromise;
    private long? _failingSince;
    private int _failures;
    private int _broken;

    /// <summary>The first usable answer; nothing said later counts.</summary>
    public Word? Usable { get; private set; }

    public bool HasGivenUp { get; private set; }

    public bool IsPromised => _hasPromise && !HasGivenUp;

    public int Questions { get; private set; } = 1;

    /// <summary>From when to when the department kept the family waiting, if it did.</summary>
    public (long From, long Until)? Delay { get; private set; }

    public long? LookAt { get; set; } = startedAt + 20;

    public bool HasClosed => Usable is not null || HasGivenUp;

    public static int PauseAfter(int redrives) => redrives switch { 0 => 20, 1 => 40, _ => 60 };

    public bool Hear(Word word, long now)
    {
        if (Usable is not null)
            return false;
        if (word is Word.Good or Word.Bad or Word.NoRecord)
        {
            (Usable, LookAt) = (word, null);
            Delay = Delay is { } delay ? (delay.From, now) : null;
            return true;
        }
        if (IsPromised)
            return false;
        if (word is Word.Promise)
            (_hasPromise, _failingSince, _failures, LookAt) = (true, null, 0, now + (48 * 3600));
        else
            Fail(now);
        return true;
    }

    /// <summary>Something is overdue; true when the department is to be asked.</summary>
    public bool Look(long now, int redrives)
    {
        if (IsPromised)
        {
            _hasPromise = false;
            Delay ??= (LookAt!.Value, 0);
            HasGivenUp = ++_broken == 2;
            Questions += HasGivenUp ? 0 : 1;
            LookAt = now + (HasGivenUp ? 900 : 20);
            return !HasGivenUp;
        }
        Questions += HasGivenUp ? 1 : 0;
        LookAt = now + (HasGivenUp ? 900 : PauseAfter(redrives));
        return true;
    }

    private void Fail(long now)
    {
        _failingSince ??= now;
        _failures++;
        if (!HasGivenUp && now - _failingSince >= 1800)
            (HasGivenUp, Delay) = (true, Delay ?? (_failingSince.Value, 0));
        LookAt = now + (HasGivenUp ? 900 : Retries[Math.Min(_failures, Retries.Length) - 1]);
    }
}
