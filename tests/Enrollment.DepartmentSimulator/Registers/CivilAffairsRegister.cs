using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

internal sealed class CivilAffairsRegister : IRegister
{
    private readonly RecordIndex<MarriageItem> _marriages = new();
    private readonly RecordIndex<GuardianshipItem> _guardianships = new();

    public static CivilAffairsRegister Load(string folder)
    {
        var register = new CivilAffairsRegister();
        SeedFile.Read<Line>(folder, "civil-affairs.jsonl", register.Add);
        return register;
    }

    public bool Knows(Query query) => _guardianships.Holds(query.SubjectIdNo) || query.GuardianIdNos.Any(_marriages.Holds);

    public IEnumerable<RegisterItem> Find(Question question, Query query) => question switch
    {
        Question.Marriage => Marriages(query.GuardianIdNos),
        Question.Guardianship => _guardianships.Find([query.SubjectIdNo]),
        _ => [],
    };

    // two guardians: the marriage between them, nobody else's (minimization); one alone: that one's own
    private IEnumerable<MarriageItem> Marriages(IReadOnlyList<string> guardians) =>
        _marriages.Find(guardians).Where(marriage => guardians.Count < 2 || marriage.IdNos.All(guardians.Contains));

    private string? Add(Line line)
    {
        switch (line)
        {
            case { Marriage: { IdNos.Count: 2 } marriage, Guardianship: null }:
                foreach (var idNo in marriage.IdNos)
                    _marriages.Add(idNo, marriage);
                return null;
            case { Marriage: null, Guardianship: { } guardianship }:
                _guardianships.Add(guardianship.ChildIdNo, guardianship);
                return null;
            default:
                return "one record a line: marriage (of two persons) or guardianship";
        }
    }

    private sealed record Line(MarriageItem? Marriage = null, GuardianshipItem? Guardianship = null);
}
