using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>A decision in a word, as a table writes it: <c>C1</c>, <c>evidence C3</c>, <c>evidence:HouseholdBook</c>, <c>person C3</c>, <c>person</c>.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Category">The short code of the category established or proposed; null for none.</param>
/// <param name="Papers">The papers asked for; null where a table does not say.</param>
public sealed record CaseOutcome(OutcomeKind Kind, string? Category, IReadOnlyList<string>? Papers)
{
    /// <summary>The outcome of a decision.</summary>
    public static CaseOutcome Of(Decision decision, Policy policy)
    {
        string? Code(CategoryCode? category) => category is { } name ? policy.Category(name).Code : null;
        return decision switch
        {
            Decision.Established established => new CaseOutcome(OutcomeKind.Established, Code(established.Category), Papers: null),
            Decision.EvidenceNeeded evidence => new CaseOutcome(OutcomeKind.Evidence, Code(evidence.Proposed), evidence.Papers),
            Decision.PersonDecides person => new CaseOutcome(OutcomeKind.Person, Code(person.Proposed), Papers: null),
            _ => throw new InvalidOperationException("Decision is closed."),
        };
    }

    /// <summary>True when the outcome is the one this expectation names; papers in any order.</summary>
    public bool IsMetBy(CaseOutcome actual) => Kind == actual.Kind && Category == actual.Category
        && (Papers is null || Papers.Order(StringComparer.Ordinal).SequenceEqual((actual.Papers ?? []).Order(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>As a table writes it.</summary>
    public override string ToString() => Kind switch
    {
        OutcomeKind.Established => Category ?? "",
        _ => (Kind is OutcomeKind.Person ? "person" : "evidence") + (Papers is { Count: > 0 } ? ":" + string.Join('+', Papers) : "") + (Category is null ? "" : " " + Category),
    };

    internal static CaseOutcome? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var code] && IsCode(code))
            return new CaseOutcome(OutcomeKind.Established, code, Papers: null);
        if (words.Length is not (1 or 2) || (words.Length == 2 && !IsCode(words[1])))
            return null;
        var proposed = words.Length == 2 ? words[1] : null;
        return words[0] switch
        {
            "person" => new CaseOutcome(OutcomeKind.Person, proposed, Papers: null),
            "evidence" => new CaseOutcome(OutcomeKind.Evidence, proposed, Papers: null),
            var evidence when evidence.StartsWith("evidence:", StringComparison.Ordinal) => new CaseOutcome(OutcomeKind.Evidence, proposed, evidence["evidence:".Length..].Split('+')),
            _ => null,
        };
    }

    private static bool IsCode(string text) => text.Length is 2 or 3 && text[0] == 'C' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>The three outcomes there are.</summary>
public enum OutcomeKind
{
    /// <summary>The registers prove a category.</summary>
    Established,
    /// <summary>Papers are asked for.</summary>
    Evidence,
    /// <summary>A person decides.</summary>
    Person,
}
