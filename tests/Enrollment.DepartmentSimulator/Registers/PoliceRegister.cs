using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

internal sealed class PoliceRegister : IRegister
{
    private readonly Dictionary<string, PersonRecord> _persons = new(StringComparer.Ordinal);
    private readonly RecordIndex<HouseholdItem> _households = new();
    private readonly RecordIndex<ResidencePermitItem> _permits = new();

    public static PoliceRegister Load(string folder)
    {
        var register = new PoliceRegister();
        SeedFile.Read<Line>(folder, "police.jsonl", register.Add);
        return register;
    }

    // Who is asked about alone is known by a household book; a child, by the population register.
    public bool Knows(Query query) => query.Child is { } child ? _persons.ContainsKey(child.IdNo) : _households.Holds(query.SubjectIdNo);

    public IEnumerable<RegisterItem> Find(Question question, Query query) => question switch
    {
        Question.Person => query.Persons.Select(person => new PersonItem(person.IdNo, Compare(person))),
        Question.Household => _households.Find([query.SubjectIdNo]),
        Question.ResidencePermit => _permits.Find(query.GuardianIdNos),
        _ => [],
    };

    private PersonResult Compare(NamedPerson person)
    {
        if (!_persons.TryGetValue(person.IdNo, out var record))
            return PersonResult.NotFound;
        if (record.Cancelled)
            return PersonResult.Cancelled;
        return record.Name == person.Name ? PersonResult.Match : PersonResult.Mismatch;
    }

    private string? Add(Line line) => line switch
    {
        { Person: { } person, Household: null, ResidencePermit: null } =>
            _persons.TryAdd(person.IdNo, person) ? null : "this person has a record already",
        { Person: null, Household: { } household, ResidencePermit: null } => Add(household),
        { Person: null, Household: null, ResidencePermit: { } permit } => Add(permit),
        _ => "one record a line: person, household or residencePermit",
    };

    // Two households for one person are an error of the real register too, and a case the service must survive.
    private string? Add(HouseholdItem household)
    {
        foreach (var member in household.Members)
            _households.Add(member.IdNo, household);
        return null;
    }

    private string? Add(ResidencePermitItem permit)
    {
        _permits.Add(permit.HolderIdNo, permit);
        return null;
    }

    private sealed record Line(PersonRecord? Person = null, HouseholdItem? Household = null, ResidencePermitItem? ResidencePermit = null);

    private sealed record PersonRecord(string IdNo, string Name, bool Cancelled);
}
