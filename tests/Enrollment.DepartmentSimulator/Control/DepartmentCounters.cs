namespace Enrollment.DepartmentSimulator.Control;

/// <summary>What a department did since the last reset.</summary>
internal sealed class DepartmentCounters
{
    /// <summary>Requests that reached it, whatever came of them.</summary>
    public int Requests { get; set; }

    /// <summary>True answers in the reply (200, 404).</summary>
    public int Answers { get; set; }

    /// <summary>Callbacks begun; the retries of one do not count.</summary>
    public int Callbacks { get; set; }

    /// <summary>Attempts at callbacks by what came of them: the status, or unreachable, timeout, no-address.</summary>
    public SortedDictionary<string, int> CallbackStatus { get; private init; } = new(StringComparer.Ordinal);

    public DepartmentCounters Copy() => new()
    {
        Requests = Requests,
        Answers = Answers,
        Callbacks = Callbacks,
        CallbackStatus = new SortedDictionary<string, int>(CallbackStatus, StringComparer.Ordinal),
    };
}
