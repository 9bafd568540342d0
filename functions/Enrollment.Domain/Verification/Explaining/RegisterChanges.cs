using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Explaining;

/// <summary>Facts of the household register and of the register of homes.</summary>
internal static class RegisterChanges
{
    private const string NoNumber = "";

    internal static Situation InDistrict(Situation situation) =>
        Household(situation, household => household with { AreaCode = situation.Policy.AreaCode });

    internal static Situation WithFamily(Situation situation) => Household(situation, household =>
    {
        var parent = situation.Form.Guardians.FirstOrDefault(FamilyRelations.IsParent);
        var family = parent is null
            ? new HouseholdMember("", NoNumber, HouseholdRelation.Parent, DateOnly.MinValue, MovedFrom: null)
            : new HouseholdMember("", parent.Document.Number, HouseholdRelation.Householder, DateOnly.MinValue, MovedFrom: null);
        var child = ChildIn(situation, household) with { Relation = HouseholdRelation.Child };
        return household with { Type = HouseholdType.Family, Members = [.. household.Members.Where(member => !IsChild(situation, member)), child, family] };
    });

    internal static Situation SettledInTime(Situation situation) => situation.Policy.Find<CutOffParameters>() is not { } cutOff ? situation
        : Household(situation, household => household with
        {
            Members = [.. household.Members.Select(member => IsChild(situation, member) && member.SettledDate >= cutOff.SettledBefore
                ? member with { SettledDate = cutOff.SettledBefore.AddDays(-1) }
                : member)],
        });

    internal static Situation LivesThere(Situation situation) => Found(situation) is { } household
        ? situation with { Form = situation.Form with { ResidenceAddress = household.StandardAddress } }
        : situation;

    // The whole home is one owner's: of a parent, or where only grandparents stand in the register, of a grandparent.
    internal static Situation OwnsHome(Situation situation)
    {
        if (Found(situation) is not { } household || OwnerOf(situation) is not { } owner)
            return situation;
        var home = new HomeItem(UnitNo: "", CertificateNo: "", household.StandardAddress, PropertyUse.Residential, situation.Policy.EvidenceWindow.From,
            [new HomeOwner("", owner, new Share(1, 1))]);
        return situation.With(Department.Property, situation.Items<HomeItem>().Append(home));
    }

    private static string? OwnerOf(Situation situation) =>
        situation.Form.Guardians.FirstOrDefault(FamilyRelations.IsParent) is { } parent ? parent.Document.Number
        : FamilyRelations.Grandparents(situation.Evidence.Household) is [var grandparent, ..] ? grandparent.IdNo : null;

    private static HouseholdItem? Found(Situation situation) =>
        situation.Items<HouseholdItem>().FirstOrDefault(item => item.Members.Any(member => IsChild(situation, member)));

    // Where the register shows the child nowhere, it now does, where the parent says; where it shows it twice, once.
    private static Situation Household(Situation situation, Func<HouseholdItem, HouseholdItem> change)
    {
        var found = Found(situation) ?? new HouseholdItem(HouseholdNo: "", HouseholdType.Family, Householder: "",
            situation.Form.Household?.Address ?? situation.Form.ResidenceAddress, AreaCode: "", PoliceStation: "", []);
        var child = ChildIn(situation, found);
        var one = found with { Members = [.. found.Members.Where(member => !IsChild(situation, member)), child] };
        return situation.With(Department.Police, situation.Items<HouseholdItem>().Where(item => !item.Members.Any(member => IsChild(situation, member))).Append(change(one)));
    }

    private static HouseholdMember ChildIn(Situation situation, HouseholdItem household) =>
        household.Members.FirstOrDefault(member => IsChild(situation, member))
        ?? new HouseholdMember("", situation.Form.Child.Document.Number, HouseholdRelation.Other, DateOnly.MaxValue, MovedFrom: null);

    private static bool IsChild(Situation situation, HouseholdMember member) => situation.Form.Child.Document.Names(member.IdNo);
}
