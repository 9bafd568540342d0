namespace Enrollment.Domain.Placement;

/// <summary>What stands for a pupil in public: 16 lower-case hexadecimal digits that only family and school can tell whose they are.</summary>
public readonly record struct RowCode : IComparable<RowCode>
{
    /// <summary>How many hexadecimal digits.</summary>
    public const int Length = 16;

    private readonly ulong _value;

    private RowCode(ulong value) => _value = value;

    /// <summary>Of a number.</summary>
    public static RowCode Of(ulong value) => new(value);

    /// <summary>Reads 16 lower-case hexadecimal digits, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RowCode row)
    {
        row = default;
        if (text.Length != Length)
            return false;
        var value = 0UL;
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigitLower(c))
                return false;
            value = (value << 4) | (uint)(c <= '9' ? c - '0' : c - 'a' + 10);
        }
        row = new RowCode(value);
        return true;
    }

    /// <summary>The order of the list.</summary>
    public int CompareTo(RowCode other) => _value.CompareTo(other._value);

    /// <summary>16 lower-case hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>In the order of the list.</summary>
    public static bool operator <(RowCode left, RowCode right) => left._value < right._value;

    /// <summary>In the order of the list.</summary>
    public static bool operator >(RowCode left, RowCode right) => left._value > right._value;

    /// <summary>In the order of the list.</summary>
    public static bool operator <=(RowCode left, RowCode right) => left._value <= right._value;

    /// <summary>In the order of the list.</summary>
    public static bool operator >=(RowCode left, RowCode right) => left._value >= right._value;
}
