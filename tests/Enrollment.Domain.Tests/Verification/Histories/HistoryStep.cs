using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>One thing that happens to an application. Closed.</summary>
internal abstract record HistoryStep
{
    private HistoryStep()
    {
    }

    /// <summary>The planning message arrives.</summary>
    internal sealed record Start : HistoryStep;

    /// <summary>Something of a department arrives: an answer to a question or a callback.</summary>
    internal sealed record Hear(Department Department, Word Word) : HistoryStep;

    /// <summary>So many seconds pass, then the sweep comes by.</summary>
    internal sealed record Pass(long Seconds) : HistoryStep;

    /// <summary>The clock jumps to when something is due, if anything is, then the sweep comes by.</summary>
    internal sealed record PassUntilDue : HistoryStep;

    /// <summary>The parent withdraws.</summary>
    internal sealed record Withdraw : HistoryStep;
}

/// <summary>What a department says.</summary>
internal enum Word
{
    Good,
    Bad,
    NoRecord,
    Promise,
    Unreachable,
}
