namespace Enrollment.Domain.Placement.Checks;

/// <summary>Takes rules away, many at a time at first, as long as the rest still cannot hold together.</summary>
internal static class MinimalRules
{
    // Looks at a block and a group for one question: a second or two at the very most.
    private const long WorkEach = 50_000_000;

    /// <summary>What is left: without any one of them the others can hold together (unless the second value is false: then work ended).</summary>
    public static (IReadOnlyList<RuleItem> Items, bool IsSmallest) Of(ListRoom room, IReadOnlyList<RuleItem> items, ref long work)
    {
        List<RuleItem> left = [.. items];
        var isSmallest = true;
        for (var chunk = Math.Max(1, left.Count / 2); chunk > 0; chunk /= 2)
        {
            for (var start = 0; start < left.Count;)
            {
                List<RuleItem> without = [.. left[..start], .. left[Math.Min(left.Count, start + chunk)..]];
                var allowed = Math.Min(WorkEach, work);
                var before = allowed;
                var answer = FeasibilitySearch.Run(FeasibilityProblem.Of(room, without), ref allowed);
                work -= before - allowed;
                if (answer is Feasibility.Impossible)
                    left = without;
                else
                    start += chunk;
                isSmallest &= chunk > 1 || answer is not Feasibility.Unknown;
            }
        }
        return (left, isSmallest);
    }
}
