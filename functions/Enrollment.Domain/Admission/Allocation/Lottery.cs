using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>All chance of a round (docs/admission-record.md section 4): one number a child or bundle, and the order in which schools break ties of walks.</summary>
/// <param name="Lots">For each unit its number, from 1.</param>
/// <param name="Schools">Indexes of the list's schools, in the order drawn.</param>
internal sealed record Lottery(int[] Lots, int[] Schools)
{
    public static Lottery Draw(int units, int schools, DrawSeed seed)
    {
        var order = Shuffled(units, seed.Chance("admission/lots"));
        var lots = new int[units];
        for (var i = 0; i < units; i++)
            lots[order[i]] = i + 1;
        return new Lottery(lots, Shuffled(schools, seed.Chance("admission/schools")));
    }

    private static int[] Shuffled(int count, Chance chance)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        chance.Shuffle(items.AsSpan());
        return items;
    }
}
