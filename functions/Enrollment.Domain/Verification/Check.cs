namespace Enrollment.Domain.Verification;

/// <summary>One department's part in verifying one application.</summary>
/// <param name="Department">Who is asked.</param>
/// <param name="Questions">What it is asked.</param>
/// <param name="State">How the check stands.</param>
/// <param name="Epoch">How often a new question was put, from 1; part of the request id, so that a department sees a retry as the same question.</param>
/// <param name="DueAt">When somebody must look again: the next attempt, or the callback's deadline. Null when nothing is outstanding.</param>
/// <param name="FailingSince">Since when the department could not be reached, if it cannot.</param>
/// <param name="Failures">Unreachable attempts in a row.</param>
/// <param name="MissedCallbacks">Promised callbacks that did not come.</param>
/// <param name="AskedAt">When the department last took the question.</param>
/// <param name="Answer">The answer, once there is one.</param>
public sealed record Check(Department Department, IReadOnlyList<Question> Questions, CheckState State, int Epoch = 1,
    DateTimeOffset? DueAt = null, DateTimeOffset? FailingSince = null, int Failures = 0, int MissedCallbacks = 0,
    DateTimeOffset? AskedAt = null, ReceivedAnswer? Answer = null)
{
    /// <summary>What a person decided on it; counts only while the state is one that a person gave.</summary>
    public CheckDecision? Person { get; init; }

    /// <summary>The first epoch of the question as it now stands: an answer to an earlier one answers what the parent has corrected since.</summary>
    public int AskedSinceEpoch { get; init; } = 1;

    /// <summary>The department's delay in answering, as far as no deadline has made up for it; null when there was none.</summary>
    public CheckDelay? Delay { get; init; }

    /// <summary>True while an answer of the department would still be taken.</summary>
    public bool AwaitsAnswer => State.Status is CheckStatus.Queued or CheckStatus.Pending or CheckStatus.SourceUnavailable;

    /// <summary>The question's idempotency key towards the department, the same on every retry of one epoch.</summary>
    public string RequestId(ApplicationId application) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{application.Value}-{Department}-{Epoch}");

    /// <summary>True when the request id names this check, in this or an earlier epoch: a late answer to the same question is an answer.</summary>
    public bool WasAskedAs(string requestId, ApplicationId application) => EpochOf(requestId, application) is not null;

    /// <summary>The epoch a request id names; null when it is not one of this check.</summary>
    public int? EpochOf(string requestId, ApplicationId application) => Enumerable.Range(1, Epoch)
        .Where(epoch => (this with { Epoch = epoch }).RequestId(application) == requestId).Select(epoch => (int?)epoch).FirstOrDefault();
}

/// <summary>How long a department kept a family waiting: it could not be reached, or broke its promise to call back.</summary>
/// <param name="From">When it began to.</param>
/// <param name="Until">When the answer came; null while it has not.</param>
public sealed record CheckDelay(DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>What a department answered, kept as evidence.</summary>
/// <param name="Body">The answer as it was received.</param>
/// <param name="Report">The same in the domain's terms; null when the register has no record.</param>
/// <param name="ReceivedAt">When it was received.</param>
public sealed record ReceivedAnswer(string Body, DepartmentReport? Report, DateTimeOffset ReceivedAt)
{
    /// <summary>When, not what.</summary>
    public override string ToString() => $"ReceivedAnswer {{ {ReceivedAt:O} }}";
}
