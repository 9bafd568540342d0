using System.Globalization;
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
    public const int UsualLimit = 25;
    private const int LargestLimit = 100;

    private static readonly string[] Known = ["queue", "state", "cursor", "limit"];

    /// <summary>What waits for an operator.</summary>
    public static DeadLetterQuery Waiting { get; } = new(Queue: null, DeadLetterState.Open, Cursor: null, UsualLimit);

    /// <summary>Reads it; what is wrong is noted with the parameter's name as its path.</summary>
    public static DeadLetterQuery Read(IQueryCollection query, QueueSteps steps, FieldReader fields)
    {
        // A filter that is mistyped must not show everything as if it had been applied.
        foreach (var _ in query.Keys.Where(name => !Known.Contains(name, StringComparer.Ordinal)))
            fields.Refuse(FaultCode.UnknownField, "$");
        foreach (var twice in query.Where(parameter => parameter.Value.Count > 1 && Known.Contains(parameter.Key, StringComparer.Ordinal)))
            fields.Refuse(FaultCode.DuplicateField, $"$.{twice.Key}");
        var queue = One("queue");
        fields.RefuseIf(queue is not null && !steps.Has(queue), FaultCode.UnknownValue, "$.queue");
        var state = One("state") is { } named ? fields.Choice<DeadLetterState>(named, "$.state") : null;
        return new DeadLetterQuery(queue, state, CursorOf(One("cursor"), steps, fields), LimitOf(One("limit"), fields));

        string? One(string name) => query.TryGetValue(name, out var values) && values is [{ } value] ? value : null;
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

    private static int LimitOf(string? limit, FieldReader fields)
    {
        if (limit is null)
            return UsualLimit;
        var holds = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestLimit;
        fields.RefuseIf(!holds, FaultCode.UnknownValue, "$.limit");
        return holds ? number : UsualLimit;
    }
}
