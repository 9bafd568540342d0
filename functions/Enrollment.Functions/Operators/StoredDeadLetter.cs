using Azure;
using Azure.Data.Tables;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Operators;

/// <summary>A dead letter as stored.</summary>
/// <param name="Queue">The queue its message was for.</param>
/// <param name="Key">What it is called there: the hash of the message.</param>
/// <param name="Body">The message, cut off where it is longer than any of ours.</param>
/// <param name="Times">How often it came.</param>
/// <param name="Verdict">What it turned out to be when somebody looked last.</param>
/// <param name="State">How it stands.</param>
/// <param name="FirstAt">When it came first.</param>
/// <param name="LastAt">When it came last.</param>
/// <param name="Failure">How its step failed; null when no failure was noted.</param>
/// <param name="Events">How many there are.</param>
/// <param name="ETag">The row's.</param>
internal sealed record StoredDeadLetter(string Queue, string Key, string Body, int Times, DeadLetterVerdict Verdict, DeadLetterState State,
    DateTimeOffset FirstAt, DateTimeOffset LastAt, StepFailure? Failure, int Events, ETag ETag)
{
    /// <summary>As it is called in addresses.</summary>
    public string Id => $"{Queue}/{Key}";

    public bool IsSettled => State is DeadLetterState.Discarded or DeadLetterState.Resolved;

    public TableEntity ToRow()
    {
        var row = new TableEntity(Queue, Key)
        {
            [nameof(Body)] = Body,
            [nameof(Times)] = Times,
            [nameof(Verdict)] = Verdict.ToString(),
            [nameof(State)] = State.ToString(),
            [nameof(FirstAt)] = FirstAt,
            [nameof(LastAt)] = LastAt,
            [nameof(Events)] = Events,
        };
        if (Failure is not null)
            FailureColumns.Write(row, Failure);
        return row;
    }

    /// <summary>Rows of before had neither state nor times.</summary>
    public static StoredDeadLetter Read(TableEntity row) => new(row.PartitionKey, row.RowKey, row.GetString(nameof(Body)), row.GetInt32(nameof(Times))!.Value,
        Enum.Parse<DeadLetterVerdict>(row.GetString(nameof(Verdict))), Enum.Parse<DeadLetterState>(row.GetString(nameof(State)) ?? nameof(DeadLetterState.Open)),
        row.GetDateTimeOffset(nameof(FirstAt)) ?? row.Timestamp!.Value, row.GetDateTimeOffset(nameof(LastAt)) ?? row.Timestamp!.Value,
        FailureColumns.Read(row), row.GetInt32(nameof(Events)) ?? 0, row.ETag);
}

/// <summary>What happened to a dead letter.</summary>
/// <param name="Action">What.</param>
/// <param name="To">The state it went to.</param>
/// <param name="By">The operator, or <see cref="Service"/>.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in an operator's words; stored encrypted, as it may name somebody.</param>
internal sealed record DeadLetterEvent(DeadLetterAction Action, DeadLetterState To, string By, DateTimeOffset At, string? Reason)
{
    public const string Service = "service";

    public override string ToString() => $"DeadLetterEvent {{ {Action} }}";
}
