namespace Enrollment.Domain.Placement.Lots;

/// <summary>What a block takes of the group it enters.</summary>
internal readonly record struct SeatNeed(int Boys, int Girls, int Special)
{
    public static SeatNeed Of(Block block) => new(block.Boys, block.Girls, block.Special);

    /// <summary>How heavy a group is for it under the law <c>sequential</c>: the seats and places free of each sort it needs, multiplied; 0 where they do not suffice.</summary>
    public long WeightIn(Seating seating, int group)
    {
        var (boys, girls, special) = (seating.Boys[group], seating.Girls[group], seating.Special[group]);
        if (boys < Boys || girls < Girls || special < Special)
            return 0;
        return (Boys > 0 ? boys : 1L) * (Girls > 0 ? girls : 1) * (Special > 0 ? special : 1);
    }
}
