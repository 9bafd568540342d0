using Enrollment.Domain.Tests.Verification.Histories;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>The paper on a reviewer's desk: who holds the case, what is proposed, what was decided and objected to.</summary>
internal sealed class SeasonDesk
{
    private const long ClaimLasts = 30 * 60;
    private const int DaysToObject = 3;

    private readonly HashSet<string> _deciders = new(StringComparer.Ordinal);
    private int _decisions;
    private int _lastDayToObject;
    private int _objectedAgainst;

    public string? Holder { get; private set; }

    public long Until { get; private set; }

    public string? RefusalBy { get; private set; }

    public bool IsRefusalLesser { get; private set; }

    public string? VoidBy { get; private set; }

    public bool IsObjected { get; private set; }

    public int Deciders => _deciders.Count;

    public bool IsHeld(long now) => Holder is not null && now < Until;

    public bool IsHeldBy(string who, long now) => Holder == who && now < Until;

    public bool MayDecideObjection(string who) => IsObjected && !_deciders.Contains(who);

    public bool MayObject(long now) => _decisions > 0 && _objectedAgainst != _decisions && HistoryCalendar.Day(now) <= _lastDayToObject;

    public void Claim(string who, long now) => (Holder, Until) = (who, now + ClaimLasts);

    public void Release() => Holder = null;

    /// <summary>Somebody has decided something, and still holds the case.</summary>
    public void Decided(string who) => _deciders.Add(who);

    public void DecidedAndReleased(string who)
    {
        Decided(who);
        Release();
    }

    /// <summary>A decision the parent may object to.</summary>
    public void DecidedForGood(string who, long now)
    {
        DecidedAndReleased(who);
        (_decisions, _lastDayToObject) = (_decisions + 1, HistoryCalendar.LastOf(HistoryCalendar.Day(now), DaysToObject));
        RefusalBy = null;
    }

    public void ProposeRefusal(string who, bool isLesser)
    {
        DecidedAndReleased(who);
        (RefusalBy, IsRefusalLesser) = (who, isLesser);
    }

    public void ProposeVoid(string who)
    {
        DecidedAndReleased(who);
        VoidBy = who;
    }

    public void DropRefusal() => RefusalBy = null;

    public void DropVoid() => VoidBy = null;

    /// <summary>The machine has settled the case, or hands it to a person now.</summary>
    public void Settled() => (Holder, RefusalBy) = (null, null);

    /// <summary>The case goes to another authority, which decides for itself.</summary>
    public void HandedOver() => (Holder, RefusalBy, VoidBy) = (null, null, null);

    public void Object() => (IsObjected, _objectedAgainst) = (true, _decisions);

    public void Answered(string who)
    {
        DecidedAndReleased(who);
        IsObjected = false;
    }
}
