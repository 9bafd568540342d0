using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>Do the cut-offs say what the places say?</summary>
internal static class CutOffCheck
{
    public static IEnumerable<AdmissionViolation> Find(ResultIndex index)
    {
        var stated = index.Result.CutOffs.ToLookup(cut => cut.Stage, StringComparer.Ordinal);
        for (var stage = 0; stage < index.Taken.Length; stage++)
        {
            var code = index.Offers.List.Stages[stage].Code;
            if (!stated[code].SequenceEqual(Of(index, stage)))
                yield return new AdmissionViolation(CutOffWrong, code);
        }
        if (stated.Any(cuts => !index.Offers.List.Stages.Any(stage => stage.Code == cuts.Key)))
            yield return new AdmissionViolation(CutOffWrong, "");
    }

    private static IEnumerable<CutOff> Of(ResultIndex index, int stage)
    {
        var wanted = WantedAt(index, stage);
        for (var school = 0; school < index.Fronts.Length; school++)
        {
            var front = index.Fronts[school];
            var seats = Math.Max(0, index.Offers.List.Schools[school].Plan - front.TakenBefore(stage, 0));
            var admitted = front.TakenBefore(stage + 1, 0) - front.TakenBefore(stage, 0);
            if (wanted[school] == 0)
                continue;
            var last = front.Units.LastOrDefault(unit => index.Stages[unit] == stage, -1);
            yield return new CutOff(index.Offers.List.Stages[stage].Code, index.Offers.List.Schools[school].Code, seats, wanted[school], admitted,
                last >= 0 && wanted[school] > admitted ? index.Units[last].Ticket : null);
        }
    }

    private static int[] WantedAt(ResultIndex index, int stage)
    {
        var wanted = new int[index.Fronts.Length];
        foreach (var unit in index.Taken[stage])
        {
            if (index.IsCoordinated(stage))
            {
                if (index.Stages[unit] == stage)
                    wanted[index.Schools[unit]] += index.Units.SizeOf(unit);
                continue;
            }
            foreach (var school in index.Offers.Wanted(stage, index.Units[unit]).Where(school => index.Offers.IsOpen(stage, school)))
            {
                wanted[school] += index.Units.SizeOf(unit);
                if (index.Stages[unit] == stage && index.Schools[unit] == school)
                    break;
            }
        }
        return wanted;
    }
}
