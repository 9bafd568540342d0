using System.Globalization;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Applications.Submitting;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Review;

/// <summary>What of a work list is asked for; a member that is null asks for all.</summary>
/// <param name="Authority">Whose list, where the caller names one.</param>
/// <param name="Kind">What a person is asked for.</param>
/// <param name="Category">The category claimed.</param>
/// <param name="Status">The application's status.</param>
/// <param name="Claimed">Whether somebody holds it.</param>
/// <param name="Before">Waiting since before this day began in the bureau's calendar.</param>
/// <param name="Cursor">The row after which to go on.</param>
/// <param name="Limit">The most lines of a page.</param>
internal sealed record WorkListQuery(Authority? Authority, WorkKind? Kind, CategoryCode? Category, ApplicationStatus? Status, Holding? Claimed,
    DateOnly? Before, string? Cursor, int Limit)
{
    private const int UsualLimit = 25;
    private const int LargestLimit = 100;

    private static readonly string[] Known = ["authority", "kind", "category", "status", "claimed", "before", "cursor", "limit"];

    /// <summary>Whether messages that could not be worked fit: every other filter speaks of cases.</summary>
    public bool AsksForDeadLetters => Kind is null or WorkKind.DeadLetter && (Category, Status, Claimed, Before, Cursor) is (null, null, null, null, null);

    public DateTimeOffset? BeforeMoment => Before is { } day ? BureauDay.StartOf(day) : null;

    /// <summary>Reads it; what is wrong is noted with the parameter's name as its path.</summary>
    public static WorkListQuery Read(IQueryCollection query, FieldReader fields)
    {
        // A filter that is mistyped must not show everything as if it had been applied.
        foreach (var unknown in query.Keys.Where(name => !Known.Contains(name, StringComparer.Ordinal)))
            fields.Refuse(FaultCode.UnknownField, "$");
        foreach (var twice in query.Where(parameter => parameter.Value.Count > 1 && Known.Contains(parameter.Key, StringComparer.Ordinal)))
            fields.Refuse(FaultCode.DuplicateField, $"$.{twice.Key}");
        return new WorkListQuery(Choice<Authority>("authority"), Choice<WorkKind>("kind"), Choice<CategoryCode>("category"), Choice<ApplicationStatus>("status"),
            Choice<Holding>("claimed"), One("before") is { } before ? fields.Date(before, "$.before") : null, CursorOf(One("cursor"), fields), LimitOf(One("limit"), fields));

        string? One(string name) => query.TryGetValue(name, out var values) && values is [{ } value] ? value : null;

        T? Choice<T>(string name) where T : struct, Enum => One(name) is { } value ? fields.Choice<T>(value, $"$.{name}") : null;
    }

    private static string? CursorOf(string? cursor, FieldReader fields)
    {
        fields.RefuseIf(cursor is not null && !WorkSeat.TryParse(default, cursor, default, out _), FaultCode.UnknownValue, "$.cursor");
        return cursor;
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

/// <summary>Whether somebody holds a case; the names are the wire form.</summary>
internal enum Holding
{
    /// <summary>Nobody.</summary>
    Free,
    /// <summary>The caller.</summary>
    Mine,
    /// <summary>Somebody else.</summary>
    Others,
}
