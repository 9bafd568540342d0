using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Placement;

namespace Enrollment.Functions.Admission;

/// <summary>Makes a round's list: walks the year's applications, in pages, and reads those that take part.</summary>
internal sealed class PrepareStep(RoundStore rounds, RoundFiles files, RoundApplications applications, RoundCandidates candidates, TimeProvider clock)
{
    public async Task RunAsync(StoredRound round, CancellationToken cancellationToken)
    {
        // Until a void round has taken back all it offered, nobody knows who is left and what is taken: ResumeRounds asks again.
        if ((await rounds.OfYearAsync(round.Name.Year, cancellationToken)).Any(other => other.Work is RoundWork.Revoke))
            return;
        var setup = await files.SetupAsync(round, cancellationToken);
        var (waiting, taken) = (new List<Application>(), new Dictionary<SchoolCode, int>());
        await foreach (var application in applications.OfYearAsync(round.Name.Year, cancellationToken))
        {
            if (Candidate.IsOne(application.Status))
                waiting.Add(application);
            else if (application is { HasPlace: true, Offer: { } offer })
                taken[offer.Code] = taken.GetValueOrDefault(offer.Code) + 1;
        }
        var prepared = candidates.List(setup, taken, await candidates.OfAsync(setup, waiting, cancellationToken), id => TicketOf(round, id));
        await files.SavePreparedAsync(round.Name, prepared.List, [.. Listed(prepared, waiting)],
            [.. prepared.Attentions.Select(attention => new AttentionRow(attention.Application.Value, attention.Code, attention.Detail, attention.Blocks))], cancellationToken);
        var counts = string.Create(CultureInfo.InvariantCulture, $"{prepared.List.Rows.Count} of {waiting.Count} children");
        await rounds.CommitAsync(round, round with { PreparedAt = clock.GetUtcNow(), Children = prepared.List.Rows.Count },
            new RoundEvent(RoundEventKind.Prepared, "service", clock.GetUtcNow(), counts), cancellationToken);
    }

    /// <summary>What stands for an application in this round; another round has other tickets.</summary>
    public static RowCode TicketOf(StoredRound round, ApplicationId id) =>
        RowCode.Of(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(round.Key.ToArray(), Encoding.ASCII.GetBytes(id.Value))));

    private static IEnumerable<ListedChild> Listed(PreparedRound prepared, List<Application> waiting)
    {
        var byId = waiting.ToDictionary(application => application.Id);
        foreach (var child in prepared.Children)
        {
            var form = byId[child.Application].Form;
            yield return new ListedChild(child.Ticket.ToString(), child.Application.Value, form.Child.Name.Value, form.Child.Sex.ToString(), form.Child.BirthDate,
                form.Guardian.Name.Value, form.Guardian.Phone);
        }
    }
}
