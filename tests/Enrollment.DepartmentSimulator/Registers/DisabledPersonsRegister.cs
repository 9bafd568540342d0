using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

internal sealed class DisabledPersonsRegister : IRegister
{
    private readonly RecordIndex<DisabilityCardItem> _cards = new();

    public static DisabledPersonsRegister Load(string folder)
    {
        var register = new DisabledPersonsRegister();
        SeedFile.Read<Line>(folder, "disabled-persons.jsonl", register.Add);
        return register;
    }

    public bool Knows(Query query) => query.Child is { } child && _cards.Holds(child.IdNo);

    public IEnumerable<RegisterItem> Find(Question question, Query query) =>
        question == Question.DisabilityCard && query.Child is { } child ? _cards.Find([child.IdNo]) : [];

    private string? Add(Line line)
    {
        _cards.Add(line.DisabilityCard.PersonIdNo, line.DisabilityCard);
        return null;
    }

    private sealed record Line(DisabilityCardItem DisabilityCard);
}
