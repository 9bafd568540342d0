using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Callers;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Review;

/// <summary>
/// Reads a work list in pages and asks every application how it stands now; a row whose case is over is passed by, and taken away once no
/// commit can still be on its way to it.
/// </summary>
internal sealed class WorkListPages(WorkList workList, ApplicationStore applications, IOptions<ReviewOptions> options, TimeProvider clock)
{
    private const int AtOnce = 16;

    // A filter that fits few cases must not read the whole list in one request; the page is then short, and its cursor leads on.
    private const int RowsOfAPage = 400;

    public async Task<WorkListPage> ReadAsync(StaffCaller staff, Authority authority, WorkListQuery query, CancellationToken cancellationToken)
    {
        var (cases, rows, last) = (new List<Application>(), 0, query.Cursor);
        await foreach (var chunk in workList.RowsAsync(authority, query.Cursor, query.BeforeMoment, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var found = await Task.WhenAll(chunk.Select(row => JoinAsync(row, cancellationToken)));
            foreach (var (row, application) in chunk.Zip(found))
            {
                (rows, last) = (rows + 1, row.Seat.RowKey);
                if (application is not null && ReviewCases.Concerns(staff, application) && Fits(query, application, staff))
                    cases.Add(application);
                if (cases.Count == query.Limit || rows == RowsOfAPage)
                    return new WorkListPage(cases, last);
            }
        }
        return new WorkListPage(cases, Next: null);
    }

    private async Task<Application?> JoinAsync(WorkRow row, CancellationToken cancellationToken)
    {
        var application = (await applications.FindAsync(row.Seat.Id, cancellationToken))?.Application;
        if (application is not null && WorkList.SeatOf(application)?.RowKey == row.Seat.RowKey && application.Authority == row.Seat.Authority)
            return application;
        if (clock.GetUtcNow() - row.EnteredAt > options.Value.StaleRowsStay)
            await workList.LeaveAsync(row.Seat, cancellationToken);
        return null;
    }

    private bool Fits(WorkListQuery query, Application application, StaffCaller staff)
    {
        var claim = application.Review?.Claim is { } held && held.IsLive(clock.GetUtcNow()) ? held : null;
        return (query.Kind is null || WorkItem.Of(application)!.Kind == query.Kind)
            && (query.Category is null || application.Form.Category == query.Category)
            && (query.Status is null || application.Status == query.Status)
            && query.Claimed switch
            {
                Holding.Free => claim is null,
                Holding.Mine => claim?.By == staff.Subject,
                Holding.Others => claim is not null && claim.By != staff.Subject,
                _ => true,
            };
    }
}

/// <summary>Some cases of a work list.</summary>
/// <param name="Cases">The cases, the longest waiting first.</param>
/// <param name="Next">Where the next page begins; null when there is none.</param>
internal sealed record WorkListPage(IReadOnlyList<Application> Cases, string? Next)
{
    public static WorkListPage Empty { get; } = new([], Next: null);
}
