namespace Enrollment.Domain.Verification.Rules;

/// <summary>Months as plain numbers (year * 12 + month), so that neighbors differ by one.</summary>
internal static class InsuredMonths
{
    /// <summary>The distinct months that count: paid in the area, up to the last one, retroactive ones only where counted.</summary>
    internal static IReadOnlySet<int> Counted(IEnumerable<InsuranceItem> items, string areaCode, bool countRetroactive, DateOnly last) => items
        .SelectMany(item => item.Months)
        .Where(paid => paid.AreaCode == areaCode && (countRetroactive || !paid.Retroactive))
        .Select(paid => Number(paid.Month))
        .Where(month => month <= Number(last))
        .ToHashSet();

    /// <summary>How many months the chain ending at <paramref name="last"/> has: going back, no more than the allowed gap is missing
    /// between one and the next (nor between the newest and the last). Missing months break nothing then, but do not count.</summary>
    internal static int ChainLength(IReadOnlySet<int> months, DateOnly last, int allowedGap)
    {
        var (length, later) = (0, Number(last) + 1);
        foreach (var month in months.Where(month => month < later).OrderDescending())
        {
            if (later - month - 1 > allowedGap)
                break;
            (length, later) = (length + 1, month);
        }
        return length;
    }

    internal static int Number(DateOnly month) => (month.Year * 12) + month.Month;
}
