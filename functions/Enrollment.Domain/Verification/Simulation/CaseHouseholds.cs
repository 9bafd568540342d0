using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Verification.Simulation;

/// <summary>The household register on a simulated family.</summary>
internal static class CaseHouseholds
{
    internal static IEnumerable<HouseholdItem> Of(ApplicationForm form, CaseWords words)
    {
        var members = Members(form, words);
        if (members.Count == 0)
            yield break;
        var household = new HouseholdItem("1001", words.Is("household", "collective") ? HouseholdType.Collective : HouseholdType.Family, "户主",
            CaseFamily.Address(words, "register"), words["area"], "测试派出所", members);
        yield return household;
        if (words.Is("household", "two"))
            yield return household with { HouseholdNo = "1002" };
    }

    private static List<HouseholdMember> Members(ApplicationForm form, CaseWords words)
    {
        var (adults, childIs) = words.OneOf<((string, HouseholdRelation)[], HouseholdRelation)>("household",
            ("parents", ([Householder(CasePeople.Father), (CasePeople.Mother, HouseholdRelation.Spouse)], HouseholdRelation.Child)),
            ("two", ([Householder(CasePeople.Father), (CasePeople.Mother, HouseholdRelation.Spouse)], HouseholdRelation.Child)),
            ("doubled", ([Householder(CasePeople.Father)], HouseholdRelation.Child)),
            ("father", ([Householder(CasePeople.Father)], HouseholdRelation.Child)),
            ("mother", ([Householder(CasePeople.Mother)], HouseholdRelation.Child)),
            ("grandparents", ([Householder(CasePeople.Grandfather), (CasePeople.Grandmother, HouseholdRelation.Spouse)], HouseholdRelation.Grandchild)),
            ("threeGenerations", ([Householder(CasePeople.Father), (CasePeople.Grandfather, HouseholdRelation.Parent)], HouseholdRelation.Child)),
            ("guardian", ([Householder(CasePeople.Stranger)], HouseholdRelation.Other)),
            ("alone", ([], HouseholdRelation.Householder)),
            ("collective", ([], HouseholdRelation.Other)),
            ("none", ([], HouseholdRelation.Other)));
        if (words.Is("household", "none"))
            return [];
        var child = Member(form.Child.Document.Number, childIs, words.Date("settled"));
        var siblings = words.Is("sibling", "none") ? [] : new[] { Member(SiblingNo(words), childIs, child.SettledDate) };
        var grown = adults.Select(adult => Member(adult.Item1, adult.Item2, new DateOnly(2015, 1, 1)));
        return words.Is("household", "doubled") ? [.. grown, child, child, .. siblings] : [.. grown, child, .. siblings];
    }

    private static string SiblingNo(CaseWords words) => CasePeople.IdNo("359901", words.Date(words.Is("sibling", "twin") ? "born" : "sibling"), 12);

    private static (string IdNo, HouseholdRelation Relation) Householder(string idNo) => (idNo, HouseholdRelation.Householder);

    private static HouseholdMember Member(string idNo, HouseholdRelation relation, DateOnly settled) => new("成员", idNo, relation, settled, MovedFrom: null);
}
