using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Exports;

/// <summary>A drawn placement as the lists that leave the service.</summary>
/// <param name="Name">School, year and run.</param>
/// <param name="Digests">Of the sealed list.</param>
/// <param name="Commitment">To the bureau's secret.</param>
/// <param name="Entropy">As read out.</param>
/// <param name="Result">Digest of the result.</param>
/// <param name="Rows">By class, then by ticket; late joiners at the end of their class, in the order they came.</param>
public sealed record PlacementLists(PlacementName Name, ListDigests Digests, Digest Commitment, string Entropy, Digest Result, IReadOnlyList<ListedRow> Rows)
{
    /// <summary>Of a record: of its result, and the pupils of its list in the list's order.</summary>
    public static PlacementLists Of(PlacementResult result, PlacementRecord record, IReadOnlyList<ListedPupil> pupils)
    {
        var listed = pupils.Select((pupil, i) => (Pupil: pupil, Class: result.ClassOf(i), result.List.Rows[i].Row))
            .OrderBy(line => line.Class).ThenBy(line => line.Pupil.TicketId, StringComparer.Ordinal)
            .Select(line => new ListedRow(line.Class, TeamOf(result, line.Class), line.Row, line.Pupil.Sex, line.Pupil));
        var late = record.Late.Select(joiner => new ListedRow(joiner.Class, TeamOf(result, joiner.Class), joiner.Row, joiner.Sex, Pupil: null));
        var list = result.List;
        return new PlacementLists(new PlacementName(list.School, list.Year, list.Run), record.Digests, record.Commitment, record.Entropy, record.ResultSha256,
            [.. listed.Concat(late).OrderBy(row => row.Class)]);
    }

    private static string? TeamOf(PlacementResult result, int number) => result.Teams?[number - 1];
}
