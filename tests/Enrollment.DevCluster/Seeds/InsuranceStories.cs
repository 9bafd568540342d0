namespace Enrollment.DevCluster.Seeds;

/// <summary>What can be the matter with paid months (R8): the same for C7 and C8.</summary>
internal static class InsuranceStories
{
    public static Action<FamilyDraft> Months(int count) => family => Pay(family, MigrantFacts.Months(count, MigrantFacts.WindowEnd));

    /// <summary>More than twelve months, but the sixth before the end was not paid.</summary>
    public static void Gap(FamilyDraft family) =>
        Pay(family, [.. MigrantFacts.Months(17, MigrantFacts.WindowEnd).Where(month => month.Month != new DateOnly(2025, 12, 1))]);

    /// <summary>Twelve months on end, one of them paid afterwards.</summary>
    public static void Retroactive(FamilyDraft family) =>
        Pay(family, [.. MigrantFacts.Months(12, MigrantFacts.WindowEnd).Select(month => month with { Retroactive = month.Month == new DateOnly(2025, 10, 1) })]);

    public static void Elsewhere(FamilyDraft family) =>
        Pay(family, [.. MigrantFacts.Months(16, MigrantFacts.WindowEnd).Select(month => month with { AreaCode = "350503" })]);

    public static void EndedInApril(FamilyDraft family)
    {
        Pay(family, MigrantFacts.Months(14, MigrantFacts.WindowEnd.AddMonths(-1)));
        family.Insurance = family.Insurance! with { InsuredNow = false };
    }

    private static void Pay(FamilyDraft family, IReadOnlyList<MonthRecord> months) => family.Insurance = family.Insurance! with { Months = months };
}
