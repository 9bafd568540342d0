using CsCheck;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Forecast;
using Enrollment.Domain.Admission.Zones;

namespace Enrollment.Domain.Tests.Admission.Forecast;

public sealed class DemandForecastTests
{
    private static readonly SchoolCode One = SchoolCode.Parse("LC001"), Two = SchoolCode.Parse("LC002");
    private static readonly ZoneCode Single = ZoneCode.Parse("Z0001"), Multi = ZoneCode.Parse("Z0101");
    private static readonly YearSpan Always = new(2020, null);

    [Theory]
    [InlineData("2020-08-31", 2026)]
    [InlineData("2020-09-01", 2027)]
    [InlineData("2020-02-29", 2026)]
    [InlineData("2020-12-31", 2027)]
    public void IntakeYearOf_Birthday_IsR1s(string born, int year) =>
        Assert.Equal(year, DemandForecast.IntakeYearOf(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, 0, DemandLevel.Green)]
    [InlineData(90, 100, DemandLevel.Green)]
    [InlineData(91, 100, DemandLevel.Yellow)]
    [InlineData(100, 100, DemandLevel.Yellow)]
    [InlineData(101, 100, DemandLevel.Orange)]
    [InlineData(110, 100, DemandLevel.Orange)]
    [InlineData(111, 100, DemandLevel.Red)]
    [InlineData(1, 0, DemandLevel.Red)]
    [InlineData(int.MaxValue, int.MaxValue, DemandLevel.Yellow)]
    public void Level_AtItsBounds_IsAsDocumented(int needed, int seats, DemandLevel level) => Assert.Equal(level, DemandLevels.Of(needed, seats));

    [Fact]
    public void Of_MultiSchoolZone_SharesByPlansAndLosesNobody()
    {
        var report = DemandForecast.Of(Input([new CohortCount(Multi, 2027, 10)], [new ForecastZone(Multi, [new(One, Always), new(Two, Always)])], [School(One, 100), School(Two, 200)]));

        Assert.Equal([3, 7], report.Lines.Where(line => line.Year == 2027).Select(line => line.Needed));
    }

    [Fact]
    public void Of_Building_CountsOnceItOpensAndNotTwice()
    {
        var school = new ForecastSchool(One, [new(2026, 100), new(2029, 260)], [new("扩建", 2028, 5700 / 6)]);

        Assert.Equal([100, 100, 258, 260], Enumerable.Range(2026, 4).Select(school.SeatsIn));
    }

    [Fact]
    public void Of_ZoneWithoutSchool_IsNotLost()
    {
        var report = DemandForecast.Of(Input([new CohortCount(Single, 2028, 4)], [new ForecastZone(Single, [new(One, new YearSpan(2020, 2027))])], [School(One, 10)]));

        Assert.Equal([new UnservedDemand(Single, 2028, 4)], report.Unserved);
    }

    [Fact]
    public void Of_ChildrenNotYetBorn_AreSaidToBeMissing()
    {
        var report = DemandForecast.Of(Input([], [], [School(One, 10)]) with { AsOf = new DateOnly(2024, 8, 30) });

        Assert.Equal([true, true, true, false, false, false], report.Lines.Select(line => line.IsWhole));
    }

    [Theory]
    [InlineData(1000, 0, 7)]
    [InlineData(900, 0, 7)]
    [InlineData(850, 0, 6)]
    [InlineData(1000, 300, 10)]
    public void Of_TakeUpAndNewcomers_RoundUp(int takeUp, int newcomers, int needed)
    {
        var input = Input([new CohortCount(Single, 2027, 7)], [new ForecastZone(Single, [new(One, Always)])], [School(One, 10)]) with { TakeUpPerMille = takeUp, NewcomersPerMille = newcomers };

        Assert.Equal(needed, DemandForecast.Of(input).Lines[0].Needed);
    }

    [Fact]
    public void Of_AnyDistrict_NeedsAsManyPlacesAsThereAreChildren()
    {
        var zone = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500]);

        Gen.Select(zone.Array[0, 6], Gen.Int[0, 400], Gen.Int[0, 400]).Sample((zones, seatsOfOne, seatsOfTwo) =>
        {
            var coded = zones.Select((z, i) => (Code: ZoneCode.Parse($"Z{i:0000}"), z)).ToList();
            var input = Input(
                [.. coded.SelectMany(z => new[] { z.z.Item2, z.z.Item3, z.z.Item4 }.Select((children, i) => new CohortCount(z.Code, 2027 + i, children)))],
                [.. coded.Select(z => new ForecastZone(z.Code, [.. new[] { One, Two }.Where((_, i) => (z.z.Item1 >> i & 1) == 1).Select(school => new ZoneSchool(school, Always))]))],
                [School(One, seatsOfOne), School(Two, seatsOfTwo)]);

            var report = DemandForecast.Of(input);

            Assert.All(Enumerable.Range(2027, 6), year => Assert.Equal(input.Cohorts.Where(cohort => cohort.IntakeYear == year).Sum(cohort => cohort.Children),
                report.Lines.Where(line => line.Year == year).Sum(line => line.Needed) + report.Unserved.Where(zone => zone.Year == year).Sum(zone => zone.Needed)));
        }, iter: 500);
    }

    private static ForecastSchool School(SchoolCode code, int seats) => new(code, [new PlannedSeats(2026, seats)], []);

    private static DemandInput Input(CohortCount[] cohorts, ForecastZone[] zones, ForecastSchool[] schools) =>
        new(2027, 6, new DateOnly(2026, 9, 1), cohorts, zones, schools);
}
