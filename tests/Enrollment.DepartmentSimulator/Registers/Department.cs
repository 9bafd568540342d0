using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

/// <summary>A department: its path, what its register is called, up to which day it is complete and what it can be asked.</summary>
internal sealed class Department
{
    public static readonly Department Police = new("police", "福建省公安厅人口信息库", new DateOnly(2026, 6, 30),
        Question.Person, Question.Household, Question.ResidencePermit);

    public static readonly Department CivilAffairs = new("civil-affairs", "福建省民政厅婚姻和监护登记系统", new DateOnly(2026, 6, 28),
        Question.Marriage, Question.Guardianship);

    public static readonly Department Property = new("property", "泉州市不动产登记信息平台", new DateOnly(2026, 6, 29),
        Question.Homes, Question.Tenancy);

    public static readonly Department SocialSecurity = new("social-security", "泉州市社会保险信息系统", new DateOnly(2026, 6, 30),
        Question.Insurance);

    public static readonly Department DisabledPersons = new("disabled-persons", "福建省残疾人人口基础信息库", new DateOnly(2026, 6, 25),
        Question.DisabilityCard);

    public static readonly IReadOnlyList<Department> All = [Police, CivilAffairs, Property, SocialSecurity, DisabledPersons];

    private Department(string path, string sourceSystem, DateOnly dataAsOf, params Question[] questions) =>
        (Path, SourceSystem, DataAsOf, Questions) = (path, sourceSystem, dataAsOf, questions);

    public string Path { get; }
    public string SourceSystem { get; }
    public DateOnly DataAsOf { get; }
    public IReadOnlyList<Question> Questions { get; }

    public static Department? Find(string path) => All.FirstOrDefault(department => department.Path == path);
}
