using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>What the registers hold on a simulated family.</summary>
internal static class CaseRegisters
{
    private const string UnitNo = "350502000000GB00000F00010001";

    internal static IReadOnlyList<RegisterItem> Of(ApplicationForm form, CaseWords words) =>
        [.. Persons(form, words), .. CaseHouseholds.Of(form, words), .. Guardianships(form, words), .. Marriages(words), .. Homes(words), .. Permits(words),
            .. Tenancies(words), .. Insurances(words), .. DisabilityCards(form, words)];

    /// <summary>Places taken by the family's home: <c>none</c>, or the day, with <c>:householder</c> where that child was the householder's.</summary>
    internal static IReadOnlyList<PlaceTaken> PlacesTaken(CaseWords words)
    {
        if (words.Is("taken", "none"))
            return [];
        var parts = words["taken"].Split(':');
        if (parts.Length > 2 || (parts.Length == 2 && parts[1] != "householder"))
            words.Errors.Add("taken: none, a day, or a day:householder");
        return [new PlaceTaken(UnitNo, words.Date("taken", parts[0]), parts.Length == 2 ? CasePeople.Father : CasePeople.Stranger)];
    }

    private static IEnumerable<PersonItem> Persons(ApplicationForm form, CaseWords words)
    {
        if (!words.Is("child", "none"))
            yield return new PersonItem(form.Child.Document.Number, words.Name<PersonResult>("child"));
        if (!words.Is("guardian", "none"))
            yield return new PersonItem(form.Guardian.Document.Number, words.Name<PersonResult>("guardian"));
    }

    private static IEnumerable<GuardianshipItem> Guardianships(ApplicationForm form, CaseWords words)
    {
        var (guardians, basis) = words.OneOf<(string[], GuardianshipBasis)>("guardianship",
            ("parents", ([CasePeople.Father, CasePeople.Mother], GuardianshipBasis.Parent)),
            ("adopted", ([CasePeople.Father, CasePeople.Mother], GuardianshipBasis.Adoption)),
            ("mother", ([CasePeople.Mother], GuardianshipBasis.Parent)),
            ("stranger", ([CasePeople.Stranger], GuardianshipBasis.Appointed)),
            ("none", ([], GuardianshipBasis.Parent)));
        return guardians.Select(guardian => new GuardianshipItem(form.Child.Document.Number, guardian, basis, form.Child.BirthDate));
    }

    private static IEnumerable<MarriageItem> Marriages(CaseWords words)
    {
        if (!words.Is("marriage", "none"))
        {
            yield return new MarriageItem([CasePeople.Father, CasePeople.Mother],
                words.OneOf("marriage", ("married", MarriageState.Married), ("divorced", MarriageState.Divorced)), new DateOnly(2018, 1, 1), "J350502-2018-000001");
        }
    }

    private static IEnumerable<HomeItem> Homes(CaseWords words)
    {
        if (!words.Is("home", "none"))
        {
            yield return new HomeItem(UnitNo, "闽(2022)泉州市不动产权第0000001号", CaseFamily.Address(words, "homeAt"), words.Name<PropertyUse>("use"),
                words.Date("acquired"), [.. words["home"].Split('+').Select(owner => Owner(words, owner))]);
        }
    }

    private static HomeOwner Owner(CaseWords words, string text)
    {
        var parts = text.Split(':', '/');
        if (CasePeople.ByRole(parts[0]) is { } idNo && parts.Length is 1 or 3)
        {
            var (numerator, denominator) = parts.Length == 1 ? (0, 1) : (words.Number("home", parts[1]), words.Number("home", parts[2]));
            if (denominator > 0 && numerator <= denominator)
                return new HomeOwner("业主", idNo, parts.Length == 1 ? null : new Share(numerator, denominator));
        }
        words.Errors.Add($"home: {text} is no owner, such as father:1/2 or stranger");
        return new HomeOwner("业主", CasePeople.Stranger, Share: null);
    }

    private static IEnumerable<ResidencePermitItem> Permits(CaseWords words)
    {
        if (!words.Is("permit", "none"))
        {
            yield return new ResidencePermitItem(Role(words, "permitOf"), "JZ1", words.Date("permit"), words.Date("permitTo"), "测试路1号", words["permitArea"],
                words.OneOf("permitState", ("valid", false), ("cancelled", true)));
        }
    }

    private static IEnumerable<TenancyItem> Tenancies(CaseWords words)
    {
        if (!words.Is("tenancy", "none"))
        {
            yield return new TenancyItem(Role(words, "tenancyOf"), "测试路1号", words["tenancyArea"], words.Date("tenancy"),
                words.OneOf("invoice", ("yes", true), ("no", false)));
        }
    }

    private static IEnumerable<InsuranceItem> Insurances(CaseWords words)
    {
        if (words.Is("insured", "none"))
            yield break;
        var late = words.OneOf("insuredLate", ("no", false), ("yes", true));
        var months = words["insured"].Split('+').SelectMany(run => Run(words, run)).Select(month => new InsuredMonth(month, words["insuredArea"], late)).ToList();
        yield return new InsuranceItem(Role(words, "insuredOf"), InsuredNow: true, EmployerCode: null, months);
    }

    private static IEnumerable<DisabilityCardItem> DisabilityCards(ApplicationForm form, CaseWords words)
    {
        if (!words.Is("card", "none"))
        {
            var holder = words.OneOf("cardOf", ("child", form.Child.Document.Number), ("stranger", CasePeople.Stranger));
            yield return new DisabilityCardItem(holder, holder + "43", Level: 3, words.Date("card"));
        }
    }

    // 2025-01:18 is 18 months from January 2025.
    private static IEnumerable<DateOnly> Run(CaseWords words, string run)
    {
        var parts = run.Split(':');
        if (parts.Length != 2)
        {
            words.Errors.Add($"insured: {run} is no run of months, such as 2025-01:18");
            return [];
        }
        var first = words.Date("insured", parts[0] + "-01");
        return Enumerable.Range(0, words.Number("insured", parts[1])).Select(first.AddMonths);
    }

    private static string Role(CaseWords words, string word) =>
        words.OneOf(word, ("father", CasePeople.Father), ("mother", CasePeople.Mother), ("stranger", CasePeople.Stranger));
}
