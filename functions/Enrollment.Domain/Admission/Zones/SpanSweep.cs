namespace Enrollment.Domain.Admission.Zones;

/// <summary>
/// Finds spans of different zones that share a number, in one pass over the spans in order: of those seen, only the two that reach
/// furthest and are of different zones can matter. Every span that meets an earlier one of another zone is reported once.
/// </summary>
internal static class SpanSweep
{
    /// <summary>Claims against one another.</summary>
    public static IEnumerable<(ClaimedLine First, ClaimedLine Second, int Number)> Within(IEnumerable<(ClaimedLine Line, NumberRange Range)> claims) =>
        Sweep([.. claims.Select(claim => (claim.Line, claim.Range, IsRight: false))], isAcross: false);

    /// <summary>Claims of one group against those of another, and not against their own.</summary>
    public static IEnumerable<(ClaimedLine First, ClaimedLine Second, int Number)> Across(
        IEnumerable<(ClaimedLine Line, NumberRange Range)> left, IEnumerable<(ClaimedLine Line, NumberRange Range)> right) =>
        Sweep([.. left.Select(claim => (claim.Line, claim.Range, IsRight: false)), .. right.Select(claim => (claim.Line, claim.Range, IsRight: true))], isAcross: true);

    private static IEnumerable<(ClaimedLine First, ClaimedLine Second, int Number)> Sweep(IReadOnlyList<(ClaimedLine Line, NumberRange Range, bool IsRight)> claims, bool isAcross)
    {
        foreach (var odd in new[] { true, false })
        {
            var (left, right) = (new Furthest(), new Furthest());
            foreach (var span in claims.Select(claim => ClaimSpan.Of(claim.Range, odd, claim.Line, claim.IsRight)).OfType<ClaimSpan>()
                .OrderBy(span => span.From).ThenBy(span => span.Line.Entry.Line).ThenBy(span => span.Line.Zone.Value, StringComparer.Ordinal))
            {
                var (own, others) = !isAcross ? (left, left) : span.IsRight ? (right, left) : (left, right);
                if (others.Meeting(span) is { } earlier)
                    yield return (earlier.Line, span.Line, span.From);
                own.See(span);
            }
        }
    }

    private sealed class Furthest
    {
        private ClaimSpan? _first, _second;

        public ClaimSpan? Meeting(ClaimSpan span) =>
            _first is { } first && first.Line.Zone != span.Line.Zone ? Reaching(first, span) : _second is { } second ? Reaching(second, span) : null;

        public void See(ClaimSpan span)
        {
            if (_first is not { } first)
            {
                _first = span;
            }
            else if (first.Line.Zone == span.Line.Zone)
            {
                _first = span.To > first.To ? span : first;
            }
            else if (span.To > first.To)
            {
                (_first, _second) = (span, first);
            }
            else if (_second is not { } second || span.To > second.To)
            {
                _second = span;
            }
        }

        private static ClaimSpan? Reaching(ClaimSpan earlier, ClaimSpan span) => earlier.To >= span.From ? earlier : null;
    }
}
