using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Review;

/// <summary>One field of the form beside what the registers hold on it.</summary>
/// <param name="Field">Its JSON path in the form.</param>
/// <param name="Stated">What the parent states; null where nothing.</param>
/// <param name="Registered">What each register holds, in no order that means anything.</param>
/// <param name="Agrees">False where a department's check found that it disagrees, true where a register holds the same, null where none speaks to it.</param>
public sealed record ComparedField(string Field, string? Stated, IReadOnlyList<RegisteredValue> Registered, bool? Agrees)
{
    /// <summary>The path only.</summary>
    public override string ToString() => $"ComparedField {{ {Field} }}";
}

/// <summary>What a register holds, and up to which day it is complete.</summary>
public sealed record RegisteredValue(Department Department, string Value, DateOnly? AsOf)
{
    /// <summary>Whose.</summary>
    public override string ToString() => $"RegisteredValue {{ {Department} }}";
}

/// <summary>Puts what the parent says beside what each register says, field by field, for the person who decides.</summary>
public static class SideBySide
{
    /// <summary>The fields that the parent stated, or that a register speaks to.</summary>
    public static IReadOnlyList<ComparedField> Of(Application application)
    {
        var (form, registers) = (application.Form, new Registers(application.Checks));
        List<ComparedField> fields =
        [
            Field("$.child.name", form.Child.Name.Value, Names(registers, form.Child.Document)),
            Field("$.child.birthDate", Text(form.Child.BirthDate), []),
            .. Guardian("$.guardian", form.Guardian), .. Guardian("$.otherGuardian", form.OtherGuardian),
            Field("$.residence.address", form.ResidenceAddress,
                [.. registers.Of<HouseholdItem>(item => item.StandardAddress), .. registers.Of<ResidencePermitItem>(item => item.Address),
                    .. registers.Of<HomeItem>(item => item.Address), .. registers.Of<TenancyItem>(item => item.Address)]),
            Field("$.household.address", form.Household?.Address, registers.Of<HouseholdItem>(item => item.StandardAddress)),
            Field("$.household.householdNo", form.Household?.HouseholdNo, registers.Of<HouseholdItem>(item => item.HouseholdNo)),
            Field("$.household.settledDate", stated: null, registers.OfMany<HouseholdItem>(item =>
                item.Members.Where(member => form.Child.Document.Names(member.IdNo)).Select(member => Text(member.SettledDate)))),
            Field("$.property.certificateNo", form.Property?.CertificateNo, registers.Of<HomeItem>(item => item.CertificateNo)),
            Field("$.property.ownership", form.Property?.Ownership.ToString(), registers.OfMany<HomeItem>(item => item.Owners.Select(OwnerOf))),
            Field("$.migrant.residencePermitNo", form.Migrant?.ResidencePermitNo, registers.Of<ResidencePermitItem>(item => item.PermitNo)),
            Field("$.migrant.employerCode", form.Migrant?.EmployerCode, registers.OfMany<InsuranceItem>(item => item.EmployerCode is { } code ? [code] : [])),
            Field("$.tenancy.since", form.Tenancy is { } tenancy ? Text(tenancy.Since) : null, registers.Of<TenancyItem>(item => Text(item.From))),
        ];
        return [.. fields.Where(field => field.Stated is not null || field.Registered.Count > 0)];

        ComparedField Field(string path, string? stated, IReadOnlyList<RegisteredValue> registered) =>
            new(path, stated, registered, Agrees(path, stated, registered, application.Checks));

        IEnumerable<ComparedField> Guardian(string path, GuardianDetails? guardian)
        {
            if (guardian is null)
                yield break;
            yield return Field($"{path}.name", guardian.Name.Value, Names(registers, guardian.Document));
            yield return Field($"{path}.relation", guardian.Relation.ToString(),
                [.. registers.OfMany<GuardianshipItem>(item => guardian.Document.Names(item.GuardianIdNo) ? [item.Basis.ToString()] : []),
                    .. registers.OfMany<HouseholdItem>(item => item.Members.Where(member => guardian.Document.Names(member.IdNo)).Select(member => member.Relation.ToString()))]);
        }
    }

    private static bool? Agrees(string path, string? stated, IReadOnlyList<RegisteredValue> registered, IReadOnlyList<Check> checks)
    {
        if (checks.Any(check => check.State is CheckState.Mismatch mismatch && mismatch.Fields.Contains(path, StringComparer.Ordinal)))
            return false;
        return stated is not null && registered.Any(value => StandardAddress.Same(stated, value.Value)) ? true : null;
    }

    private static IReadOnlyList<RegisteredValue> Names(Registers registers, IdentityDocument document) =>
    [
        .. registers.OfMany<HouseholdItem>(item => item.Members.Where(member => document.Names(member.IdNo)).Select(member => member.Name)),
        .. registers.OfMany<PersonItem>(item => document.Names(item.IdNo) ? [item.Result.ToString()] : []),
    ];

    private static string OwnerOf(HomeOwner owner) => owner.Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{owner.Name} {share.Numerator}/{share.Denominator}")
        : owner.Name;

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Registers(IReadOnlyList<Check> Checks)
    {
        internal IReadOnlyList<RegisteredValue> Of<T>(Func<T, string> value) where T : RegisterItem => OfMany<T>(item => [value(item)]);

        internal IReadOnlyList<RegisteredValue> OfMany<T>(Func<T, IEnumerable<string>> values) where T : RegisterItem =>
            [.. from check in Checks
                let report = check.Answer?.Report
                where report is not null
                from item in report.Items.OfType<T>()
                from value in values(item)
                select new RegisteredValue(check.Department, value, report.DataAsOf)];
    }
}
