using System.Globalization;
using CsCheck;
using Enrollment.Domain.Admission.Coordination;

namespace Enrollment.Domain.Tests.Admission.Coordination;

/// <summary>Problems for tests: a row of text for each area, its children first, then the walks; x where barred.</summary>
internal static class Problems
{
    /// <summary>Few enough to try everything, with few different walks, so that ties abound.</summary>
    public static readonly Gen<CoordinationProblem> Tiny = Of(areas: 3, schools: 3, children: 3, seats: 4, meters: 4);

    /// <summary>More areas and schools with a child or two each: chains and rings of several moves.</summary>
    public static readonly Gen<CoordinationProblem> Wide = Of(areas: 5, schools: 5, children: 1, seats: 2, meters: 2);

    public static readonly Gen<CoordinationProblem> Middle = Of(areas: 14, schools: 8, children: 9, seats: 20, meters: 60);

    public static CoordinationProblem Of(int[] seats, params string[] areas)
    {
        var rows = areas.Select(area => area.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return new CoordinationProblem(
            [.. rows.Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))], seats, [.. rows.Select(row => (IReadOnlyList<int?>)[.. row[1..].Select(walk => walk == "x" ? (int?)null : int.Parse(walk, CultureInfo.InvariantCulture))])]);
    }

    public static string Print(CoordinationProblem problem) =>
        $"seats {string.Join(' ', problem.Seats)}\n"
        + string.Join('\n', problem.Children.Select((count, area) => $"{count} {string.Join(' ', problem.Meters[area].Select(walk => walk is null ? "x" : $"{walk}"))}"));

    public static int FreeSeats(CoordinationProblem problem, CoordinationFlow flow, int school) =>
        problem.Seats[school] - flow.Shares.Where(share => share.School == school).Sum(share => share.Children);

    public static long Meters(CoordinationProblem problem, CoordinationFlow flow) =>
        flow.Shares.Sum(share => (long)problem.Meters[share.Area][share.School]!.Value * share.Children);

    private static Gen<CoordinationProblem> Of(int areas, int schools, int children, int seats, int meters) =>
        Gen.Select(Gen.Int[0, areas], Gen.Int[0, schools]).SelectMany((n, m) => Gen.Select(
            Gen.Int[0, children].Array[n],
            Gen.Int[0, seats].Array[m],
            Gen.Int[-1, meters].Select(walk => walk < 0 ? (int?)null : walk).Array[m].Array[n],
            (counts, places, walks) => new CoordinationProblem(counts, places, [.. walks.Select(row => (IReadOnlyList<int?>)row)])));
}
