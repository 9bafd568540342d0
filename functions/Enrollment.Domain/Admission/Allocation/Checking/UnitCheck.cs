using static Enrollment.Domain.Admission.Allocation.AdmissionViolationCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Allocation.Checking;

/// <summary>Are bundles together, is every lot number there once, and did each stage offer what it gave?</summary>
internal static class UnitCheck
{
    public static IReadOnlyList<AdmissionViolation> Find(ResultIndex index) => [.. Bundles(index), .. Lots(index), .. Offered(index)];

    private static IEnumerable<AdmissionViolation> Bundles(ResultIndex index)
    {
        for (var unit = 0; unit < index.Units.Count; unit++)
        {
            var first = index.PlacesOf[unit][0];
            if (index.PlacesOf[unit].Any(place => place.School != first.School || place.Stage != first.Stage || place.Lot != first.Lot))
                yield return new AdmissionViolation(BundleApart, $"bundle {Of(index.Units[unit].Bundle)}");
        }
    }

    private static IEnumerable<AdmissionViolation> Lots(ResultIndex index)
    {
        if (!index.Lots.Order().SequenceEqual(Enumerable.Range(1, index.Units.Count)))
            yield return new AdmissionViolation(LotsNotDrawn, "");
    }

    private static IEnumerable<AdmissionViolation> Offered(ResultIndex index)
    {
        for (var unit = 0; unit < index.Units.Count; unit++)
        {
            var (school, stage, row) = (index.Schools[unit], index.Stages[unit], index.Units[unit]);
            if (school < 0)
                continue;
            var isOffered = index.Offers.GroupIn(stage, row) is not null && index.Offers.IsOpen(stage, school)
                && (index.IsCoordinated(stage) || index.Offers.Wanted(stage, row).Contains(school));
            if (!isOffered)
                yield return new AdmissionViolation(PlaceNotOffered, row.Ticket.ToString(), $"{index.Offers.List.Schools[school].Code} {index.Offers.List.Stages[stage].Code}");
        }
    }
}
