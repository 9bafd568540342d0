using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Forecast;

namespace Enrollment.Files.Supply;

/// <summary>The household register's children, counted by zone and month of birth: no person stands in it.</summary>
internal sealed class BirthSheet(SupplyFaults faults)
{
    private const int MostRows = 100_000;
    private const int MostChildren = 100_000;

    private static readonly SupplyColumn Zone = new("zone", "片区代码", IsRequired: true);
    private static readonly SupplyColumn Month = new("month", "出生年月", IsRequired: true);
    private static readonly SupplyColumn Children = new("children", "人数", IsRequired: true);

    private readonly List<(ZoneCode Zone, DateOnly Month, int Children, int Line)> _rows = [];

    /// <summary>By zone and intake year.</summary>
    public IReadOnlyList<CohortCount> Cohorts => [.. _rows.GroupBy(row => (row.Zone, Year: DemandForecast.IntakeYearOf(row.Month)))
        .Select(cohort => new CohortCount(cohort.Key.Zone, cohort.Key.Year, cohort.Sum(row => row.Children)))
        .OrderBy(cohort => cohort.Zone.Value, StringComparer.Ordinal).ThenBy(cohort => cohort.IntakeYear)];

    /// <summary>The end of the last month there is.</summary>
    public DateOnly LastDay => _rows.Max(row => row.Month).AddMonths(1).AddDays(-1);

    public void Read(Stream csv) => new SupplySheet(SupplyFile.Births, [Zone, Month, Children], MostRows, faults).Read(csv, Add);

    /// <summary>Children of a zone that no list has would be counted nowhere.</summary>
    public void Compare(HashSet<ZoneCode> zones)
    {
        foreach (var row in _rows.Where(row => !zones.Contains(row.Zone)))
            faults.Add(SupplyFile.Births, row.Line, Zone.Name, SupplyFaultCode.ZoneUnknown, row.Zone.Value);
    }

    private void Add(SupplyRow row)
    {
        var (zone, children) = (ZoneSheet.ZoneIn(row, Zone), row.Number(Children, 0, MostChildren, isRequired: true));
        var isMonth = DateOnly.TryParseExact(row.Text(Month, isRequired: true), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month.Year is >= SchoolSheet.FirstYear and <= SchoolSheet.LastYear;
        if (!isMonth && row.Has(Month))
            row.Add(Month, SupplyFaultCode.UnknownValue);
        if (!row.IsFaulty)
            _rows.Add((zone!, month, children!.Value, row.Line));
    }
}
