using System.Runtime.CompilerServices;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;

namespace Enrollment.Functions.Admission;

/// <summary>The applications of an intake year that matter to a round. Only a queue step reads them all, never a request.</summary>
internal sealed class RoundApplications(ApplicationStore applications)
{
    private const int PerPage = 500;
    private const int AtOnce = 16;

    public async IAsyncEnumerable<Application> OfYearAsync(int year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in applications.PagesAsync(PerPage, cancellationToken))
        {
            var ids = page.Values.Where(row => Matters(row.GetString(ApplicationRow.Status))).Select(row => ApplicationId.Parse(row.PartitionKey));
            foreach (var some in ids.Chunk(AtOnce))
            {
                foreach (var stored in await Task.WhenAll(some.Select(id => applications.FindAsync(id, cancellationToken))))
                {
                    if (stored?.Application is { } application && application.Form.IntakeYear == year)
                        yield return application;
                }
            }
        }
    }

    private static bool Matters(string status) => Enum.Parse<ApplicationStatus>(status) is ApplicationStatus.Verified or ApplicationStatus.AwaitingCoordination
        or ApplicationStatus.Offered or ApplicationStatus.Confirmed or ApplicationStatus.Enrolled;
}
