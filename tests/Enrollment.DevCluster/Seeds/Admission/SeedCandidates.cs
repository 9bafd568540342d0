using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Seeds.Admission;

/// <summary>The seeded families whose category is established, as a what-if reads them: tickets, homes and days, no names.</summary>
internal static class SeedCandidates
{
    public const string Header = "ticket,category,address,settled,parentSettled,family";

    public static IEnumerable<string> Rows(SeedSet seeds)
    {
        var households = seeds.Registers.Police.Lines.Select(line => line.Value).OfType<HouseholdRecord>()
            .SelectMany(household => household.Members.Select(member => (member.IdNo, Household: household))).ToLookup(pair => pair.IdNo, pair => pair.Household, StringComparer.Ordinal);
        var families = seeds.Families.Where(family => family.Truth is { Status: ApplicationStatus.Verified, Established: not null })
            .Select(family => (Family: family, Ticket: TicketOf(family.Number), Household: households[family.Form.Child.DocumentNumber].FirstOrDefault())).ToList();
        // Children of one household ask to stay together.
        var together = families.Where(family => family.Household is not null).GroupBy(family => family.Household!.HouseholdNo, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any()).Select((same, place) => (same.Key, Number: place + 1)).ToDictionary(same => same.Key, same => same.Number, StringComparer.Ordinal);
        foreach (var (family, ticket, household) in families.OrderBy(family => family.Ticket, StringComparer.Ordinal))
        {
            var isResident = family.Truth.Established is CategoryCode.ConsistentResident && household is not null;
            yield return string.Join(',', ticket, family.Truth.Established, isResident ? household!.StandardAddress : family.Form.Residence.Address,
                Day(SettledIn(household, family.Form.Child.DocumentNumber)), Day(ParentSettledIn(household, family.Form)),
                household is not null && together.TryGetValue(household.HouseholdNo, out var number) ? $"F{SeedAdmission.Number(number)}" : "");
        }
    }

    private static DateOnly? SettledIn(HouseholdRecord? household, string number) => household?.Members.First(member => member.IdNo == number).SettledDate;

    private static DateOnly? ParentSettledIn(HouseholdRecord? household, SeedForm form) => household?.Members
        .Where(member => member.IdNo == form.Guardian.DocumentNumber || member.IdNo == form.OtherGuardian?.DocumentNumber).Min(member => (DateOnly?)member.SettledDate);

    private static string TicketOf(int number) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes($"candidate {SeedAdmission.Number(number)}"))).ToString("x16", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
