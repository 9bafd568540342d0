namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>Who is at a school, in the order of stages and positions, with the places taken up to each.</summary>
internal sealed class SchoolFront
{
    private readonly (int Stage, long Position)[] _order;
    private readonly int[] _before;

    public SchoolFront(ResultIndex index, int school)
    {
        Units = [.. index.Units.Members.Select((_, unit) => unit).Where(unit => index.Schools[unit] == school && IsOffered(index, unit))
            .OrderBy(unit => index.Stages[unit]).ThenBy(unit => index.Position(index.Stages[unit], unit, school))];
        _order = [.. Units.Select(unit => (index.Stages[unit], index.Position(index.Stages[unit], unit, school)))];
        _before = new int[Units.Length + 1];
        for (var i = 0; i < Units.Length; i++)
            _before[i + 1] = _before[i] + index.Units.SizeOf(Units[i]);
    }

    /// <summary>In order.</summary>
    public int[] Units { get; }

    /// <summary>Places taken before the unit that is number <paramref name="i"/> in order.</summary>
    public int TakenBefore(int i) => _before[i];

    /// <summary>Places taken by all who stand before this position of this stage.</summary>
    public int TakenBefore(int stage, long position)
    {
        var (low, high) = (0, _order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_order[middle].CompareTo((stage, position)) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return _before[low];
    }

    // Who was placed by a stage that does not take them has no position in it; UnitCheck names them.
    private static bool IsOffered(ResultIndex index, int unit) => index.Offers.GroupIn(index.Stages[unit], index.Units[unit]) is not null;
}
