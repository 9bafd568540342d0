namespace Enrollment.Domain.Admission.Zones;

/// <summary>Numbers of one parity that a line claims, the ends of that parity too: two such spans share a number exactly when they overlap.</summary>
internal readonly record struct ClaimSpan(int From, int To, ClaimedLine Line, bool IsRight)
{
    /// <summary>The numbers of a range with one parity; null when it has none.</summary>
    public static ClaimSpan? Of(NumberRange range, bool odd, ClaimedLine line, bool isRight)
    {
        if (range.Parity is Parity.Odd && !odd || range.Parity is Parity.Even && odd)
            return null;
        var remainder = odd ? 1 : 0;
        var (from, to) = (range.From % 2 == remainder ? range.From : range.From + 1, range.To % 2 == remainder ? range.To : range.To - 1);
        return from <= to ? new ClaimSpan(from, to, line, isRight) : null;
    }
}
