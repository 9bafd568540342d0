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
    /// <summary>Whether messages that could not be worked fit: every other filter speaks of cases.</summary>
    public bool AsksForDeadLetters => Kind is null or WorkKind.DeadLetter && (Category, Status, Claimed, Before, Cursor) is (null, null, null, null, null);

    public DateTimeOffset? BeforeMoment => Before is { } day ? BureauDay.StartOf(day) : null;

    /// <summary>Reads it; what is wrong is noted with the parameter's name as its path.</summary>
    public static WorkListQuery Read(IQueryCollection query, FieldReader fields)
    {
        var filters = new FilterReader(query, fields, "authority", "kind", "category", "status", "claimed", "before", "cursor", "limit");
        return new WorkListQuery(filters.Choice<Authority>("authority"), filters.Choice<WorkKind>("kind"), filters.Choice<CategoryCode>("category"),
            filters.Choice<ApplicationStatus>("status"), filters.Choice<Holding>("claimed"),
            filters.One("before") is { } before ? fields.Date(before, "$.before") : null, CursorOf(filters.One("cursor"), fields), filters.Limit());
    }

    private static string? CursorOf(string? cursor, FieldReader fields)
    {
        fields.RefuseIf(cursor is not null && !WorkSeat.TryParse(default, cursor, default, out _), FaultCode.UnknownValue, "$.cursor");
        return cursor;
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
