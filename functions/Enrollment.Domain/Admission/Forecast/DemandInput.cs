using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Domain.Admission.Forecast;

/// <summary>What a forecast is made from.</summary>
/// <param name="FirstYear">The first intake year.</param>
/// <param name="Years">How many years.</param>
/// <param name="AsOf">How far the household register was complete.</param>
/// <param name="Cohorts">Registered children.</param>
/// <param name="Zones">The zones and who serves them. A home in two zones is counted in its single-school zone.</param>
/// <param name="Schools">The schools with plans and buildings.</param>
/// <param name="TakeUpPerMille">How many of 1,000 registered children go to these schools: some go to private ones or elsewhere.</param>
/// <param name="NewcomersPerMille">How many children come for 1,000 registered ones who are registered elsewhere (随迁子女).</param>
public sealed record DemandInput(int FirstYear, int Years, DateOnly AsOf, IReadOnlyList<CohortCount> Cohorts, IReadOnlyList<ForecastZone> Zones,
    IReadOnlyList<ForecastSchool> Schools, int TakeUpPerMille = 1000, int NewcomersPerMille = 0);

/// <summary>Children of one zone who reach school age in one year.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="IntakeYear">The year they begin school.</param>
/// <param name="Children">How many.</param>
public sealed record CohortCount(ZoneCode Zone, int IntakeYear, int Children);

/// <summary>A zone and the schools that serve it.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Schools">The schools, each with its years.</param>
public sealed record ForecastZone(ZoneCode Zone, IReadOnlyList<ZoneSchool> Schools)
{
    /// <summary>Who serves it in a year, in order of their codes.</summary>
    public IReadOnlyList<SchoolCode> SchoolsIn(int year) =>
        [.. Schools.Where(school => school.Years.Holds(year)).Select(school => school.School).Distinct().OrderBy(school => school.Value, StringComparer.Ordinal)];
}

/// <summary>A school's seats, planned and to come.</summary>
/// <param name="School">The school.</param>
/// <param name="Plans">Seats by intake year; a year without a plan has those of the latest before it.</param>
/// <param name="Buildings">Building projects that add places.</param>
public sealed record ForecastSchool(SchoolCode School, IReadOnlyList<PlannedSeats> Plans, IReadOnlyList<BuildingProject> Buildings)
{
    /// <summary>
    /// Seats of an intake year. A plan that the bureau made for a year after a building opened counts that building already; one carried
    /// over from before does not.
    /// </summary>
    public int SeatsIn(int year)
    {
        var plan = Plans.Where(plan => plan.Year <= year).MaxBy(plan => plan.Year);
        return (plan?.Seats ?? 0) + Buildings.Where(building => building.Opens <= year && building.Opens > (plan?.Year ?? 0)).Sum(building => building.SeatsAYear);
    }
}

/// <summary>A plan.</summary>
/// <param name="Year">The intake year.</param>
/// <param name="Seats">Its seats.</param>
public sealed record PlannedSeats(int Year, int Seats);

/// <summary>A building project.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Opens">The first intake year it serves.</param>
/// <param name="Places">Places of all six grades together (学位), as projects are announced.</param>
public sealed record BuildingProject(string Name, int Opens, int Places)
{
    /// <summary>What it adds to each intake year: a sixth, rounded down.</summary>
    public int SeatsAYear => Places / DemandForecast.Grades;
}
