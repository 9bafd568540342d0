using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>
/// All chance of a round (docs/admission-record.md section 4). Drawn once; a what-if keeps it, so that nobody moves but through what is changed.
/// </summary>
/// <param name="Numbers">The lot number of each ticket, from 1; children of a bundle share one.</param>
/// <param name="Schools">Every school of the list, in the order that breaks ties between equal walks.</param>
public sealed record AdmissionLots(IReadOnlyDictionary<RowCode, int> Numbers, IReadOnlyList<SchoolCode> Schools)
{
    /// <summary>Draws the numbers.</summary>
    public static AdmissionLots Draw(AdmissionList list, DrawSeed seed)
    {
        var units = Units.Of(list);
        var order = Shuffled(units.Count, seed.Chance("admission/lots"));
        var numbers = new Dictionary<RowCode, int>(units.Rows.Count);
        for (var i = 0; i < order.Length; i++)
        {
            foreach (var row in units.Members[order[i]])
                numbers.Add(units.Rows[row].Ticket, i + 1);
        }
        return new AdmissionLots(numbers, [.. Shuffled(list.Schools.Count, seed.Chance("admission/schools")).Select(s => list.Schools[s].Code)]);
    }

    /// <summary>The lots of a result, for another run with the same chance.</summary>
    /// <param name="result">The result.</param>
    /// <param name="seed">Its seed.</param>
    public static AdmissionLots Of(AdmissionResult result, DrawSeed seed) => new(
        result.Places.ToDictionary(place => place.Ticket, place => place.Lot), Draw(result.List, seed).Schools);

    /// <summary>For each unit its number.</summary>
    /// <exception cref="ArgumentException">A child has no number, or a number is missing or there twice.</exception>
    internal int[] Of(Units units)
    {
        int[] lots = [.. units.Members.Select((rows, unit) => Numbers.GetValueOrDefault(units[unit].Ticket))];
        var isWhole = lots.Order().SequenceEqual(Enumerable.Range(1, units.Count))
            && units.Members.Select((rows, unit) => rows.All(row => Numbers.GetValueOrDefault(units.Rows[row].Ticket) == lots[unit])).All(holds => holds);
        return isWhole ? lots : throw new ArgumentException("One number for each child or bundle, from 1 up.", nameof(units));
    }

    private static int[] Shuffled(int count, Chance chance)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        chance.Shuffle(items.AsSpan());
        return items;
    }
}
