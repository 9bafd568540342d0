using Enrollment.Domain.Admission.Allocation.Checking;
using Enrollment.Domain.Admission.Lists;
using static Enrollment.Domain.Admission.Explaining.TriedReason;

namespace Enrollment.Domain.Admission.Explaining;

/// <summary>Every school one child was tried at, why it was reached or not, and what would have been enough.</summary>
internal sealed class TriedSchools(ResultIndex index, int unit)
{
    private readonly AdmissionList _list = index.Offers.List;
    private readonly AdmissionRow _row = index.Units[unit];

    public IEnumerable<SchoolTried> All()
    {
        for (var stage = 0; stage < index.Taken.Length && stage <= index.Stages[unit]; stage++)
        {
            if (index.Offers.GroupIn(stage, _row) is null || index.IsCoordinated(stage))
                continue;
            foreach (var school in index.Offers.Wanted(stage, _row))
            {
                yield return Tried(stage, school);
                if (index.Stages[unit] == stage && index.Schools[unit] == school)
                    yield break;
            }
        }
    }

    private SchoolTried Tried(int stage, int school)
    {
        var (stageCode, schoolCode) = (_list.Stages[stage].Code, _list.Schools[school].Code);
        if (!index.Offers.IsOpen(stage, school))
            return new SchoolTried(stageCode, schoolCode, NotOpen, Seats: 0, Wanted: 0, CutOff: null, Needed: null);
        var cut = index.CutOffAt(stage, school) ?? throw new InvalidOperationException("Whoever is tried is counted.");
        var last = LastAt(stage, school);
        OrderPosition? cutOff = last >= 0 && cut.Wanted > cut.Admitted ? PositionOf(last, stage, school) : null;
        if (index.Stages[unit] == stage && index.Schools[unit] == school)
            return new SchoolTried(stageCode, schoolCode, Admitted, cut.Seats, cut.Wanted, cutOff, Needed: null);
        if (cut.Seats == 0 || last < 0)
            return new SchoolTried(stageCode, schoolCode, cut.Seats == 0 ? NoSeatsLeft : BundleNeedsMoreSeats, cut.Seats, cut.Wanted, CutOff: null, Needed: null);
        var (reason, needed) = IsPreDrawn(unit) ? BundleReason(stage, school) : Reason(stage, school, last);
        return new SchoolTried(stageCode, schoolCode, reason, cut.Seats, cut.Wanted, cutOff, needed);
    }

    /// <summary>What first sets the unit behind the last one admitted. To stand before that one would have been enough.</summary>
    private (TriedReason Reason, OrderPosition? Needed) Reason(int stage, int school, int last)
    {
        var other = index.Units[last];
        var needed = PositionOf(last, stage, school);
        if (index.Offers.GroupIn(stage, _row) != index.Offers.GroupIn(stage, other))
            return (GroupAfterCutOff, IsPreDrawn(last) ? null : needed);
        if (index.Tier(stage, unit) != index.Tier(stage, last))
            return (LevelAfterCutOff, IsPreDrawn(last) ? null : needed);
        if (IsPreDrawn(last))
            return (BundlesBefore, null);
        if (index.Offers.ByDate(stage, school) && index.Units.Settled[unit] != index.Units.Settled[last])
            return (SettledAfterCutOff, needed);
        return index.Offers.ByDate(stage, school) && index.Units.ParentSettled[unit] != index.Units.ParentSettled[last]
            ? (ParentSettledAfterCutOff, needed)
            : (LotAboveCutOff, needed);
    }

    /// <summary>
    /// Bundles of a tier choose in order of their lots. In the turn of one at least as large that was admitted there would have been room.
    /// </summary>
    private (TriedReason Reason, OrderPosition? Needed) BundleReason(int stage, int school)
    {
        var enough = index.Fronts[school].Units.LastOrDefault(
            other => index.Stages[other] == stage && index.Tier(stage, other) == index.Tier(stage, unit) && index.Units.SizeOf(other) >= index.Units.SizeOf(unit), -1);
        return enough >= 0 && index.Lots[enough] < index.Lots[unit]
            ? (LotAboveCutOff, PositionOf(enough, stage, school))
            : (BundleNeedsMoreSeats, null);
    }

    private bool IsPreDrawn(int other) => _list.Bundles is BundleMode.PreDraw && index.Units.SizeOf(other) > 1;

    private int LastAt(int stage, int school) => index.Fronts[school].Units.LastOrDefault(other => index.Stages[other] == stage, -1);

    private OrderPosition PositionOf(int other, int stage, int school)
    {
        var row = index.Units[other];
        var names = _list.Groups.First(group => group.Code == row.Group).SubOrders;
        var isByDate = index.Offers.ByDate(stage, school) && !IsPreDrawn(other);
        return new OrderPosition(row.Group, [.. row.Levels.Zip(names, (level, levels) => levels[level])],
            isByDate ? DateOf(index.Units.Settled[other]) : null, isByDate ? DateOf(index.Units.ParentSettled[other]) : null, index.Lots[other]);
    }

    private static DateOnly? DateOf(int day) => day == Allocation.Units.NoDate ? null : DateOnly.FromDayNumber(day);
}
