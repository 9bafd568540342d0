using Enrollment.Domain;
using Enrollment.Domain.Operators;
using Enrollment.Functions.Applications.Submitting;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Operators;

/// <summary>Which dead letters are asked for; a member that is null asks for all.</summary>
/// <param name="Queue">Of one queue.</param>
/// <param name="State">In one state.</param>
/// <param name="Cursor">The letter after which to go on.</param>
/// <param name="Limit">The most of a page.</param>
internal sealed record DeadLetterQuery(string? Queue, DeadLetterState? State, (string Queue, string Key)? Cursor, int Limit)
{
    /// <summary>What waits for an operator.</summary>
    public static DeadLetterQuery Waiting { get; } = new(Queue: null, DeadLetterState.Open, Cursor: null, FilterReader.UsualLimit);

    /// <summary>Reads it; what is wrong is noted with the parameter's name as its path.</summary>
    public static DeadLetterQuery Read(IQueryCollection query, QueueSteps steps, FieldReader fields)
    {
        var filters = new FilterReader(query, fields, "queue", "state", "cursor", "limit");
        var queue = filters.One("queue");
        fields.RefuseIf(queue is not null && !steps.Has(queue), FaultCode.UnknownValue, "$.queue");
        return new DeadLetterQuery(queue, filters.Choice<DeadLetterState>("state"), CursorOf(filters.One("cursor"), steps, fields), filters.Limit());
    }

    private static (string Queue, string Key)? CursorOf(string? cursor, QueueSteps steps, FieldReader fields)
    {
        if (cursor is null)
            return null;
        if (cursor.Split('/') is [var queue, var key] && steps.Has(queue) && DeadLetterStore.IsKey(key))
            return (queue, key);
        fields.Refuse(FaultCode.UnknownValue, "$.cursor");
        return null;
    }
}
