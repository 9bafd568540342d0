using System.Text.Json.Serialization;

namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>The envelope of a question (DOMAIN.md 1.7).</summary>
internal sealed record Query(string RequestId, string CaseNo, string PurposeCode, string SubjectConsentRef, string Operator,
    DateTimeOffset SentAt, IReadOnlyList<Question> Questions, string AreaCode, IReadOnlyList<NamedPerson> Guardians,
    NamedPerson? Child = null, string? TraceParent = null, DateOnly? From = null, DateOnly? To = null)
{
    [JsonIgnore]
    public IReadOnlyList<string> GuardianIdNos { get; } = [.. Guardians.Select(guardian => guardian.IdNo).Distinct(StringComparer.Ordinal)];

    [JsonIgnore]
    public IEnumerable<NamedPerson> Persons => Child is null ? Guardians : Guardians.Prepend(Child);

    /// <summary>Whose register entries are meant: the child's, or, before a child is named, the parent's.</summary>
    [JsonIgnore]
    public string SubjectIdNo => Child?.IdNo ?? Guardians[0].IdNo;

    /// <summary>True for the same question asked once more: when it was sent and traced does not matter.</summary>
    public bool AsksTheSameAs(Query other) =>
        CaseNo == other.CaseNo && PurposeCode == other.PurposeCode && From == other.From && To == other.To
        && Questions.SequenceEqual(other.Questions) && Persons.SequenceEqual(other.Persons);
}

internal sealed record NamedPerson(string Name, string IdNo);
