using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

internal sealed class SocialSecurityRegister : IRegister
{
    private readonly Dictionary<string, InsuranceItem> _insurances = new(StringComparer.Ordinal);

    public static SocialSecurityRegister Load(string folder)
    {
        var register = new SocialSecurityRegister();
        SeedFile.Read<Line>(folder, "social-security.jsonl", register.Add);
        return register;
    }

    public bool Knows(Query query) => query.GuardianIdNos.Any(_insurances.ContainsKey);

    public IEnumerable<RegisterItem> Find(Question question, Query query) =>
        question == Question.Insurance
            ? query.GuardianIdNos.Where(_insurances.ContainsKey).Select(idNo => Within(_insurances[idNo], query))
            : [];

    private static InsuranceItem Within(InsuranceItem insurance, Query query) =>
        insurance with { Months = [.. insurance.Months.Where(paid => paid.Month >= query.From && paid.Month <= query.To)] };

    private string? Add(Line line) =>
        _insurances.TryAdd(line.Insurance.PersonIdNo, line.Insurance) ? null : "this person has a record already";

    private sealed record Line(InsuranceItem Insurance);
}
