namespace Enrollment.Domain.Admission.Forecast;

/// <summary>
/// 学位预警: places needed by school and year from the children registered in its zones, against plans and buildings. Whole numbers only:
/// what is needed is rounded up, what a building gives is rounded down, so that no rounding hides a shortage.
/// </summary>
public static class DemandForecast
{
    /// <summary>The grades of a primary school: a building's places serve six intake years at a time.</summary>
    public const int Grades = 6;

    /// <summary>The forecast, by school and year in order.</summary>
    public static DemandReport Of(DemandInput input)
    {
        var years = Enumerable.Range(input.FirstYear, input.Years).ToList();
        var children = input.Cohorts.GroupBy(cohort => (cohort.Zone, cohort.IntakeYear)).ToDictionary(group => group.Key, group => group.Sum(cohort => cohort.Children));
        var (lines, unserved) = (new List<DemandLine>(), new List<UnservedDemand>());
        foreach (var year in years)
        {
            var seats = input.Schools.ToDictionary(school => school.School, school => school.SeatsIn(year));
            var needed = input.Schools.ToDictionary(school => school.School, _ => 0);
            foreach (var zone in input.Zones)
            {
                var count = Needed(children.GetValueOrDefault((zone.Zone, year)), input);
                var serving = zone.SchoolsIn(year).Where(seats.ContainsKey).ToList();
                if (serving.Count == 0 && count > 0)
                    unserved.Add(new UnservedDemand(zone.Zone, year, count));
                foreach (var (school, share) in Shares(count, serving, seats))
                    needed[school] += share;
            }
            var isWhole = input.AsOf >= CohortEnd(year);
            lines.AddRange(input.Schools.Select(school => new DemandLine(school.School, year, needed[school.School], seats[school.School],
                DemandLevels.Of(needed[school.School], seats[school.School]), isWhole)));
        }
        return new DemandReport([.. lines.OrderBy(line => line.School.Value, StringComparer.Ordinal).ThenBy(line => line.Year)],
            [.. unserved.OrderBy(zone => zone.Zone.Value, StringComparer.Ordinal).ThenBy(zone => zone.Year)]);
    }

    /// <summary>The intake year of a child born on a day: six full years old on 31 August (R1).</summary>
    public static int IntakeYearOf(DateOnly born) => born.Year + Grades + (born.Month > 8 ? 1 : 0);

    /// <summary>The last birthday of an intake year's children.</summary>
    public static DateOnly CohortEnd(int intakeYear) => new(intakeYear - Grades, 8, 31);

    // Rounded up: a third of a child needs a whole place.
    private static int Needed(int children, DemandInput input) => checked((int)(((long)children * (input.TakeUpPerMille + input.NewcomersPerMille) + 999) / 1000));

    /// <summary>
    /// A multi-school zone's children by the schools' seats, largest remainders first and then by code: how families will rank is not known,
    /// and the sum is kept. Schools without seats share only when none has any.
    /// </summary>
    private static IEnumerable<(SchoolCode School, int Share)> Shares(int children, List<SchoolCode> schools, Dictionary<SchoolCode, int> seats)
    {
        if (schools.Count == 0)
            return [];
        var isNone = schools.Sum(school => seats[school]) == 0;
        var weights = schools.Select(school => isNone ? 1 : seats[school]).ToList();
        var total = weights.Sum(weight => (long)weight);
        var floors = weights.Select(weight => (int)((long)children * weight / total)).ToList();
        var more = Enumerable.Range(0, schools.Count).OrderByDescending(i => (long)children * weights[i] % total).ThenBy(i => schools[i].Value, StringComparer.Ordinal)
            .Take(children - floors.Sum()).ToHashSet();
        return schools.Select((school, i) => (school, floors[i] + (more.Contains(i) ? 1 : 0)));
    }
}
