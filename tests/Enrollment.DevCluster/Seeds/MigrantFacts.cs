using System.Globalization;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Permit, insurance and tenancy of a plain family from elsewhere, well inside every limit.</summary>
internal static class MigrantFacts
{
    /// <summary>The last month of the insurance window of intake year 2026 (R8).</summary>
    public static readonly DateOnly WindowEnd = new(2026, 5, 1);

    public static PermitRecord Permit(FamilyDraft draft)
    {
        var issued = draft.Chance.Between(new DateOnly(2021, 1, 1), new DateOnly(2025, 1, 31));
        return new PermitRecord(draft.Cast.Applicant.IdNo, string.Create(CultureInfo.InvariantCulture, $"LC{draft.Serial:00000000}"),
            issued, draft.Chance.Between(new DateOnly(2026, 10, 1), new DateOnly(2028, 12, 31)), draft.Home.Address, Places.Licheng, Cancelled: false);
    }

    public static InsuranceRecord Insurance(FamilyDraft draft, Person insured)
    {
        // June is already paid in half of the families: what lies behind the window must not disturb.
        var last = draft.Chance.OneIn(2) ? WindowEnd : WindowEnd.AddMonths(1);
        return new InsuranceRecord(insured.IdNo, InsuredNow: true, EmployerCodes.Next(draft.Chance), Months(draft.Chance.Between(14, 22), last));
    }

    public static TenancyRecord Tenancy(FamilyDraft draft) => new(draft.Cast.Applicant.IdNo, draft.Home.Address, Places.Licheng,
        draft.Chance.Between(new DateOnly(2022, 1, 1), new DateOnly(2024, 11, 30)), InvoiceIssued: true);

    /// <summary>So many months on end up to and with the last.</summary>
    public static IReadOnlyList<MonthRecord> Months(int count, DateOnly last) =>
        [.. Enumerable.Range(0, count).Select(i => new MonthRecord(last.AddMonths(i - count + 1), Places.Licheng, Retroactive: false))];
}
