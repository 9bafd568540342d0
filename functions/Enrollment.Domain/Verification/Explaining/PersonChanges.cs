using System.Globalization;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification.Explaining;

/// <summary>Facts about child and applicant.</summary>
internal static class PersonChanges
{
    internal static Situation IdentityAgrees(Situation situation)
    {
        string[] asked = [situation.Form.Child.Document.Number, situation.Form.Guardian.Document.Number];
        return situation.With(Department.Police, situation.Items<PersonItem>().Where(item => !asked.Contains(item.IdNo.Trim(), StringComparer.OrdinalIgnoreCase))
            .Concat(asked.Select(number => new PersonItem(number, PersonResult.Match))));
    }

    internal static Situation GuardianshipRecorded(Situation situation) => situation.With(Department.CivilAffairs, situation.Items<GuardianshipItem>()
        .Append(new GuardianshipItem(situation.Form.Child.Document.Number, situation.Form.Guardian.Document.Number, GuardianshipBasis.Appointed, situation.Form.Child.BirthDate)));

    internal static Situation DisabilityCardHeld(Situation situation) => situation.Policy.Find<DisabilityCardParameters>() is not { } card ? situation
        : situation.With(Department.DisabledPersons, situation.Items<DisabilityCardItem>()
            .Append(new DisabilityCardItem(situation.Form.Child.Document.Number, CardNo: "", Level: 4, card.ValidUntil)));

    // The number carries the birth date, so the child has another number then, in the form and in every register.
    internal static Situation BornInTime(Situation situation)
    {
        var child = situation.Form.Child;
        if (situation.Policy.Find<AgeParameters>() is not { } age || child.Document.Citizen is not { } citizen)
            return situation;
        var latest = age.OnDate.AddYears(-age.FullYears);
        var born = citizen.BirthDate <= latest ? citizen.BirthDate : latest;
        var digits = string.Create(CultureInfo.InvariantCulture, $"{citizen.Value[..6]}{born:yyyyMMdd}{citizen.Value[14..17]}");
        if (IdentityDocument.TryParse(child.Document.Kind, digits + CitizenIdentityNumber.CheckCharacter(digits), out var document) is not null)
            return situation;
        var renamed = situation with { Form = situation.Form with { Child = child with { Document = document!, BirthDate = born } } };
        return renamed with { Checks = [.. situation.Checks.Select(check => check with { Report = Renamed(check.Report, child.Document, document!.Number) })] };
    }

    private static DepartmentReport? Renamed(DepartmentReport? report, IdentityDocument from, string to) => report is null ? null : report with
    {
        Items = [.. report.Items.Select(item => item switch
        {
            PersonItem person when from.Names(person.IdNo) => person with { IdNo = to },
            GuardianshipItem guardianship when from.Names(guardianship.ChildIdNo) => guardianship with { ChildIdNo = to },
            DisabilityCardItem card when from.Names(card.PersonIdNo) => card with { PersonIdNo = to },
            HouseholdItem household => household with { Members = [.. household.Members.Select(member => from.Names(member.IdNo) ? member with { IdNo = to } : member)] },
            _ => item,
        })],
    };
}
