using System.Globalization;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Enters a family into the registers of the departments that will be asked about it.</summary>
internal static class Records
{
    public static void Enter(FamilyDraft draft, Registers registers)
    {
        Police(draft, registers.Police);
        CivilAffairs(draft, registers.CivilAffairs);
        Property(draft, registers.Property);
        if (draft.Insurance is not null && draft.Claims is CategoryCode.MigrantChild or CategoryCode.FiveDistrictMover)
            registers.SocialSecurity.Add("insurance", draft.Insurance);
        AddIfAny(registers.DisabledPersons, "disabilityCard", draft.DisabilityCard);
        registers.Behaviors.AddRange(draft.Behaviors);
    }

    private static void Police(FamilyDraft draft, RegisterFile police)
    {
        if (draft.PoliceKnowsChild)
        {
            foreach (var child in draft.Cast.Children)
                police.Add("person", new PersonRecord(child.IdNo, child.Name, draft.ChildCancelled));
        }
        foreach (var guardian in draft.Cast.OnForm)
            police.Add("person", new PersonRecord(guardian.IdNo, guardian.Name, Cancelled: false));
        if (draft.Claims is CategoryCode.MigrantChild)
            AddIfAny(police, "residencePermit", draft.Permit);
        else
            AddIfAny(police, "household", draft.Household);
        AddIfAny(police, "household", draft.SecondHousehold);
    }

    private static void CivilAffairs(FamilyDraft draft, RegisterFile civilAffairs)
    {
        if (draft.Cast.Marriage is { } state)
            civilAffairs.Add("marriage", Marriage(draft, state));
        if (!draft.GuardianshipRecorded)
            return;
        foreach (var child in draft.Cast.Children)
        {
            var since = draft.Cast.Basis is GuardianshipBasis.Parent ? child.Born : new DateOnly(2023, 5, 12);
            foreach (var guardian in draft.Cast.Legal)
                civilAffairs.Add("guardianship", new GuardianshipRecord(child.IdNo, guardian.IdNo, draft.Cast.Basis, since));
        }
    }

    private static void Property(FamilyDraft draft, RegisterFile property)
    {
        if (draft.Claims is CategoryCode.FiveDistrictMover)
            AddIfAny(property, "tenancy", draft.Tenancy);
        AddIfAny(property, "home", draft.Property);
        AddIfAny(property, "home", draft.SecondProperty);
    }

    private static MarriageRecord Marriage(FamilyDraft draft, MarriageState state)
    {
        var wedding = draft.Cast.FirstBirth.AddDays(-draft.Chance.Between(300, 1500));
        var date = state is MarriageState.Married ? wedding : draft.Cast.LastBirth.AddDays(draft.Chance.Between(400, 1500));
        return new MarriageRecord([draft.Cast.Father.IdNo, draft.Cast.Mother.IdNo], state, date,
            string.Create(CultureInfo.InvariantCulture, $"J359901-{date.Year}-{draft.Serial:000000}"));
    }

    private static void AddIfAny(RegisterFile file, string kind, object? record)
    {
        if (record is not null)
            file.Add(kind, record);
    }
}
