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

    /// <summary>True while an answer of the department would still be taken.</summary>
    public bool AwaitsAnswer => State.Status is CheckStatus.Queued or CheckStatus.Pending or CheckStatus.SourceUnavailable;

    /// <summary>The question's idempotency key towards the department, the same on every retry of one epoch.</summary>
    public string RequestId(ApplicationId application) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{application.Value}-{Department}-{Epoch}");

    /// <summary>True when the request id names this check, in this or an earlier epoch: a late answer to the same question is an answer.</summary>
    public bool WasAskedAs(string requestId, ApplicationId application) =>
        Enumerable.Range(1, Epoch).Any(epoch => (this with { Epoch = epoch }).RequestId(application) == requestId);
}

/// <summary>What a department answered, kept as evidence.</summary>
/// <param name="Body">The answer as it was received.</param>
/// <param name="Report">The same in the domain's terms; null when the register has no record.</param>
/// <param name="ReceivedAt">When it was received.</param>
public sealed record ReceivedAnswer(string Body, DepartmentReport? Report, DateTimeOffset ReceivedAt)
{
    /// <summary>When, not what.</summary>
    public override string ToString() => $"ReceivedAnswer {{ {ReceivedAt:O} }}";
}
