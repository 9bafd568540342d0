using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Simulation;
using Enrollment.Domain.Draws;

namespace Enrollment.Cli.Admission;

/// <summary>What a what-if came to: for people what differs, for machines everything.</summary>
internal static class SimulationReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Write(SimulationResult.Compared compared, DrawSeed seed, bool isJson, Texts texts, TextWriter output)
    {
        if (isJson)
            output.WriteLine(JsonSerializer.Serialize(JsonOf(compared, seed), Options));
        else
            WriteText(compared, seed, texts, output);
    }

    private static void WriteText(SimulationResult.Compared compared, DrawSeed seed, Texts texts, TextWriter output)
    {
        var comparison = compared.Comparison;
        void Line(string key, params object[] values) => output.WriteLine(string.Format(CultureInfo.InvariantCulture, texts[key], values));
        Line("Simulate_Head", seed.Value, comparison.ChildrenBefore, comparison.ChildrenAfter, comparison.Moved.Count);
        Line("Simulate_Walks", comparison.WalkBefore, comparison.WalkAfter, comparison.WalkAfter - comparison.WalkBefore);
        Line("Simulate_Waiting", compared.WaitingBefore.Count, compared.WaitingAfter.Count);
        foreach (var school in comparison.Schools.Where(school => school.Before != school.After))
        {
            Line("Simulate_SchoolLine", school.Code, school.Name, school.Before.Plan, school.After.Plan,
                texts[$"Simulate_{school.Before.Method}"], texts[$"Simulate_{school.After.Method}"], school.Before.Children, school.After.Children);
        }
        foreach (var cut in comparison.CutOffs.Where(cut => TextOf(cut.Before) != TextOf(cut.After)))
            Line("Simulate_CutOffLine", cut.School, cut.Stage, TextOf(cut.Before), TextOf(cut.After));
        foreach (var child in comparison.Moved)
            output.WriteLine($"{child.Ticket}  {TextOf(child.Before)} -> {TextOf(child.After)}");
    }

    private static string TextOf(CutOff? cut) => cut is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{cut.Admitted}/{cut.Wanted} {cut.Last?.ToString() ?? "-"}");

    private static string TextOf(SimulatedPlace? place) =>
        place?.School is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{place.School} {place.Stage} {place.Walk} m");

    private static object JsonOf(SimulationResult.Compared compared, DrawSeed seed) => new
    {
        Seed = seed.Value.ToString(),
        Children = new { Before = compared.Comparison.ChildrenBefore, After = compared.Comparison.ChildrenAfter },
        WalkMeters = new { Before = compared.Comparison.WalkBefore, After = compared.Comparison.WalkAfter },
        Waiting = new { Before = compared.WaitingBefore.Select(ticket => ticket.ToString()), After = compared.WaitingAfter.Select(ticket => ticket.ToString()) },
        Moved = compared.Comparison.Moved.Select(child => new { Ticket = child.Ticket.ToString(), Before = Of(child.Before), After = Of(child.After) }),
        Schools = compared.Comparison.Schools.Select(school => new { Code = school.Code.Value, school.Name, school.Before, school.After }),
        CutOffs = compared.Comparison.CutOffs.Select(cut => new { cut.Stage, School = cut.School.Value, Before = Of(cut.Before), After = Of(cut.After) }),
    };

    private static object? Of(SimulatedPlace? place) => place is null ? null : new { School = place.School?.Value, place.Stage, place.Walk };

    private static object? Of(CutOff? cut) => cut is null ? null : new { cut.Seats, cut.Wanted, cut.Admitted, Last = cut.Last?.ToString() };
}
