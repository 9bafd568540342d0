using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Forecast;

namespace Enrollment.Files.Supply;

/// <summary>Building projects that add places to a school.</summary>
internal sealed class ProjectSheet(SupplyFaults faults)
{
    private const int MostRows = 1000;
    private const int MostPlaces = 100_000;

    private static readonly SupplyColumn Name = new("project", "项目名称", IsRequired: true);
    private static readonly SupplyColumn School = new("school", "学校代码", IsRequired: true);
    private static readonly SupplyColumn Opens = new("opens", "启用年份", IsRequired: true);
    private static readonly SupplyColumn Places = new("places", "新增学位", IsRequired: true);

    private readonly List<(SchoolCode School, BuildingProject Project, int Line)> _rows = [];

    public void Read(Stream csv) => new SupplySheet(SupplyFile.Projects, [Name, School, Opens, Places], MostRows, faults).Read(csv, Add);

    public IReadOnlyList<BuildingProject> Of(SchoolCode school) => [.. _rows.Where(row => row.School == school).Select(row => row.Project)];

    public void Compare(HashSet<SchoolCode> schools)
    {
        foreach (var row in _rows.Where(row => !schools.Contains(row.School)))
            faults.Add(SupplyFile.Projects, row.Line, School.Name, SupplyFaultCode.SchoolUnknown, row.School.Value);
    }

    private void Add(SupplyRow row)
    {
        var (name, school) = (row.Text(Name, isRequired: true), SchoolSheet.SchoolIn(row, School));
        var (opens, places) = (row.Number(Opens, SchoolSheet.FirstYear, SchoolSheet.LastYear, isRequired: true), row.Number(Places, 0, MostPlaces, isRequired: true));
        if (!row.IsFaulty)
            _rows.Add((school!, new BuildingProject(name!, opens!.Value, places!.Value), row.Line));
    }
}
