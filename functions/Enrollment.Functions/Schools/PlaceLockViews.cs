using Enrollment.Domain.Admission.PlaceLocks;

namespace Enrollment.Functions.Schools;

/// <summary>A home's history as the bureau sees it: who by application number, never by name.</summary>
internal sealed record PlaceLockHistoryView(IReadOnlyList<PlaceLockView> Places)
{
    public static PlaceLockHistoryView Of(IReadOnlyList<PlaceRecord> records) => new([.. records.Select(record =>
        new PlaceLockView(record.Owner, record.School.Value, record.TakenOn, record.Release?.On, record.Release?.Reason.ToString()))]);
}

/// <summary>One place of a home's history.</summary>
internal sealed record PlaceLockView(string Application, string School, DateOnly TakenOn, DateOnly? ReleasedOn, string? Reason);
