using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>
/// Nobody is passed over: no child wanted a place more than the one it has that went to somebody later in order, or to nobody.
/// </summary>
internal static class ClaimCheck
{
    public static IEnumerable<AdmissionViolation> Find(ResultIndex index)
    {
        for (var stage = 0; stage < index.Taken.Length; stage++)
        {
            foreach (var unit in index.Taken[stage])
            {
                if ((index.IsCoordinated(stage) ? Walked(index, stage, unit) : Offered(index, stage, unit)) is { } school)
                    yield return new AdmissionViolation(PassedOver, index.Units[unit].Ticket.ToString(), $"{index.Offers.List.Schools[school].Code} {index.Offers.List.Stages[stage].Code}");
            }
            if (index.IsCoordinated(stage))
            {
                foreach (var unit in OutOfTurn(index, stage))
                    yield return new AdmissionViolation(PassedOver, index.Units[unit].Ticket.ToString(), index.Offers.List.Stages[stage].Code);
            }
        }
    }

    private static int? Offered(ResultIndex index, int stage, int unit)
    {
        foreach (var school in index.Offers.Wanted(stage, index.Units[unit]))
        {
            if (index.Stages[unit] == stage && index.Schools[unit] == school)
                return null;
            if (index.Offers.IsOpen(stage, school) && HasRoom(index, stage, unit, school, index.Position(stage, unit, school)))
                return school;
        }
        return null;
    }

    /// <summary>A school nearer than the one given, or any if none was, with room behind everybody placed before or together with the unit.</summary>
    private static int? Walked(ResultIndex index, int stage, int unit)
    {
        var (row, isPlaced) = (index.Units[unit], index.Stages[unit] == stage);
        var end = index.Units.SizeOf(unit) > 1 ? index.Position(stage, unit, school: 0) : index.EndOfGroup(stage, unit);
        // A bundle that no school had room for takes the nearest place there is.
        var isExcess = isPlaced && index.Units.SizeOf(unit) > 1 && !HasRoom(index, stage, unit, index.Schools[unit], end);
        for (var school = 0; school < index.Fronts.Length; school++)
        {
            if (!index.Offers.IsOpen(stage, school) || (isPlaced && !isExcess && index.Offers.Meters(row, school) >= index.Offers.Meters(row, index.Schools[unit])))
                continue;
            if (HasRoom(index, stage, unit, school, end))
                return school;
        }
        return null;
    }

    private static bool HasRoom(ResultIndex index, int stage, int unit, int school, long position) =>
        index.Offers.List.Schools[school].Plan - index.Fronts[school].TakenBefore(stage, position) >= index.Need(unit, stage);

    /// <summary>When places are short those in front of a group get them; and of one area those in front walk less.</summary>
    private static IEnumerable<int> OutOfTurn(ResultIndex index, int stage)
    {
        var groups = index.Taken[stage].Where(unit => index.Units.SizeOf(unit) == 1).GroupBy(unit => index.Offers.GroupIn(stage, index.Units[unit])!.Value);
        foreach (var group in groups)
        {
            var inOrder = group.OrderBy(unit => index.Position(stage, unit, school: 0)).ToArray();
            var last = Array.FindLastIndex(inOrder, unit => index.Stages[unit] == stage);
            foreach (var unit in inOrder.Take(last + 1).Where(unit => index.Stages[unit] != stage))
                yield return unit;
            foreach (var area in inOrder.Where(unit => index.Stages[unit] == stage).GroupBy(unit => index.Units[unit].Area))
            {
                var walks = area.Select(unit => index.Offers.Meters(index.Units[unit], index.Schools[unit])).ToArray();
                foreach (var unit in area.Take(walks.Length - 1).Where((_, i) => walks[i] > walks[i + 1]))
                    yield return unit;
            }
        }
    }
}
