namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>Minds one department of one case: the first usable word, and a calendar in seconds (<see cref="Cases.Schedule"/> in numbers).</summary>
internal sealed class HistoryClerk(long startedAt, int questions = 1)
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

    /// <summary>What a person decided about it; departments are not heard any more.</summary>
    public Word? Person { get; private set; }

    public int Questions { get; private set; } = questions;

    /// <summary>The first question that still stands: the parent corrected what went before.</summary>
    public int Since { get; } = questions;

    /// <summary>From when to when the department kept the family waiting, if it did.</summary>
    public (long From, long Until)? Delay { get; private set; }

    public long? LookAt { get; set; } = startedAt + 20;

    public bool HasClosed => HasSpoken || HasGivenUp;

    /// <summary>Nobody waits for the department.</summary>
    public bool HasSpoken => Usable is not null || Person is not null;

    /// <summary>What counts.</summary>
    public Word? Word => Person ?? Usable;

    public static int PauseAfter(int redrives) => redrives switch { 0 => 20, 1 => 40, _ => 60 };

    public bool Hear(Word word, long now)
    {
        if (HasSpoken)
            return false;
        if (word is Histories.Word.Good or Histories.Word.Bad or Histories.Word.NoRecord)
        {
            (Usable, LookAt) = (word, null);
            Delay = Delay is { } delay ? (delay.From, now) : null;
            return true;
        }
        if (IsPromised)
            return false;
        if (word is Histories.Word.Promise)
            (_hasPromise, _failingSince, _failures, LookAt) = (true, null, 0, now + (48 * 3600));
        else
            Fail(now);
        return true;
    }

    /// <summary>A person decides about the check instead.</summary>
    public void Decide(Word word, long now)
    {
        (Person, LookAt) = (word, null);
        Delay = Delay is { Until: 0 } delay ? (delay.From, now) : Delay;
    }

    /// <summary>The parent has answered: what delay there was is made up for, and one that lasts counts from now.</summary>
    public void Forgive(long now) => Delay = Delay is not null && !HasSpoken ? (now, 0) : null;

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
