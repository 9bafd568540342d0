using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Simulation;

/// <summary>Runs two lists with one chance and says who ends elsewhere.</summary>
public static class CompareRounds
{
    /// <summary>Compares.</summary>
    /// <param name="before">A list without faults.</param>
    /// <param name="after">Another one, of the same schools.</param>
    /// <param name="seed">Of the first list's lots; the second keeps them.</param>
    /// <exception cref="ArgumentException">A list has faults.</exception>
    public static RoundComparison Of(AdmissionList before, AdmissionList after, DrawSeed seed)
    {
        var (was, would) = (Allocate.Admit(before, seed), Allocate.Admit(after, KeptLots.For(after, before, seed)));
        var (places, others) = (PlacesOf(was), PlacesOf(would));
        return new RoundComparison(
            places.Count, others.Count,
            [.. places.Keys.Union(others.Keys).Order().Select(ticket => new MovedChild(ticket, places.GetValueOrDefault(ticket), others.GetValueOrDefault(ticket))).Where(child => child.Before?.School != child.After?.School)],
            [.. before.Schools.Select((school, s) => new ComparedSchool(school.Code, school.Name, FiguresOf(was, s), FiguresOf(would, s)))],
            CutOffsOf(was, would),
            places.Values.Sum(place => (long)(place.Walk ?? 0)), others.Values.Sum(place => (long)(place.Walk ?? 0)));
    }

    private static Dictionary<RowCode, SimulatedPlace> PlacesOf(AdmissionResult result)
    {
        var schools = result.List.Schools.Index().ToDictionary(school => school.Item.Code, school => school.Index);
        var areas = result.List.Areas.ToDictionary(area => area.Id);
        var homes = result.List.Rows.ToDictionary(row => row.Ticket, row => areas[row.Area]);
        return result.Places.ToDictionary(place => place.Ticket,
            place => new SimulatedPlace(place.School, place.Stage, place.School is null ? null : homes[place.Ticket].Meters[schools[place.School]]));
    }

    private static SchoolFigures FiguresOf(AdmissionResult result, int s)
    {
        var school = result.List.Schools[s];
        return new SchoolFigures(school.Plan, school.Method, result.Places.Count(place => place.School == school.Code));
    }

    private static IReadOnlyList<ComparedCutOff> CutOffsOf(AdmissionResult was, AdmissionResult would)
    {
        var (before, after) = (was.CutOffs.ToDictionary(cut => (cut.Stage, cut.School)), would.CutOffs.ToDictionary(cut => (cut.Stage, cut.School)));
        return
        [
            .. was.List.Stages.SelectMany(stage => was.List.Schools.Select(school => (stage.Code, school.Code))).Where(key => before.ContainsKey(key) || after.ContainsKey(key))
                .Select(key => new ComparedCutOff(key.Item1, key.Item2, before.GetValueOrDefault(key), after.GetValueOrDefault(key))),
        ];
    }
}
