using System.Globalization;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>
/// The facts of a simulated family, as words: <c>settled=2026-03-01 home=none</c>. What a case does not say, its category's ordinary family
/// says, and what that does not say, <see cref="Everybody"/>. Each department has a word too, and answers unless it says otherwise.
/// </summary>
internal sealed class CaseWords
{
    /// <summary>What holds for a family that says nothing; also the list of all words there are.</summary>
    internal const string Everybody =
        "born=2020-05-04 stated=same paper=CitizenId applicant=father other=yes child=Match guardian=Match guardianship=parents marriage=married "
        + "household=parents settled=2021-01-01 area=350502 register=home residence=home sibling=none "
        + "home=none acquired=2022-06-01 use=Residential homeAt=home permit=none permitTo=2027-03-01 permitArea=350502 permitState=valid permitOf=father "
        + "insured=none insuredArea=350502 insuredLate=no insuredOf=father tenancy=none tenancyArea=350502 invoice=yes tenancyOf=father card=none cardOf=child "
        + "live=unasked statement=unasked zones=unasked siblingsApplying=unasked taken=unasked";

    private static readonly Dictionary<CategoryCode, string> Ordinary = new()
    {
        [CategoryCode.ConsistentResident] = "home=father:1/2+mother:1/2",
        [CategoryCode.ResidentNotConsistent] = "settled=2026-04-01",
        [CategoryCode.CollectiveHousehold] = "household=collective",
        [CategoryCode.LowIncomeRenter] = "settled=2020-06-01 tenancy=2021-07-01",
        [CategoryCode.MigrantChild] = "household=none permit=2024-03-01 insured=2025-01:18",
        [CategoryCode.FiveDistrictMover] = "area=350503 register=elsewhere tenancy=2024-10-01 insured=2025-01:18",
        [CategoryCode.HongKongMacaoTaiwanOverseas] = "paper=HongKongPermit household=none",
        [CategoryCode.DisabledChild] = "card=2030-05-04",
        [CategoryCode.SiblingBundle] = "home=father:1/2+mother:1/2 sibling=twin",
        [CategoryCode.Hardship] = "home=father:1/2+mother:1/2",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private CaseWords()
    {
    }

    internal List<string> Errors { get; } = [];

    /// <summary>The words of one case over its category's ordinary family.</summary>
    internal static CaseWords Of(CategoryCode claimed, string text)
    {
        var words = new CaseWords();
        words.Add(Everybody, isKnown: false);
        foreach (var department in Enum.GetValues<Department>())
            words._values[Of(department)] = "answered";
        words.Add(Ordinary.GetValueOrDefault(claimed, ""), isKnown: true);
        words.Add(text, isKnown: true);
        return words;
    }

    /// <summary>The word that says how a department answers: <c>civilAffairs</c>.</summary>
    internal static string Of(Department department) => $"{char.ToLowerInvariant($"{department}"[0])}{$"{department}"[1..]}";

    internal string this[string word] => _values[word];

    internal bool Is(string word, string value) => _values[word] == value;

    internal DateOnly Date(string word) => Date(word, _values[word]);

    internal DateOnly Date(string word, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Errors.Add($"{word}: {text} is no date yyyy-MM-dd");
        return date;
    }

    internal int? Number(string word) => Is(word, "unasked") ? null : Number(word, _values[word]);

    internal int Number(string word, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 999)
            Errors.Add($"{word}: {text} is no number from 0 to 999");
        return number;
    }

    /// <summary>One of the values a word may have.</summary>
    internal T OneOf<T>(string word, params ReadOnlySpan<(string Value, T Meaning)> values)
    {
        foreach (var (value, meaning) in values)
        {
            if (Is(word, value))
                return meaning;
        }
        Errors.Add($"{word}: {_values[word]} is not known");
        return values[0].Meaning;
    }

    internal T Name<T>(string word) where T : struct, Enum
    {
        if (Array.IndexOf(Enum.GetNames<T>(), _values[word]) is var index and >= 0)
            return Enum.GetValues<T>()[index];
        Errors.Add($"{word}: {_values[word]} is not one of {string.Join(", ", Enum.GetNames<T>())}");
        return default;
    }

    private void Add(string text, bool isKnown)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = word.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (word[..at], word[(at + 1)..]) : (word, "");
            if (isKnown && !_values.ContainsKey(name))
                Errors.Add($"{name} is no word of a case");
            else if (!seen.Add(name))
                Errors.Add($"{name} stands twice");
            else
                _values[name] = value;
        }
    }
}
