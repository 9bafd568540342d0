using System.Text;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Placement;

/// <summary>Placement lists for tests, with only what matters spelled out.</summary>
internal static class Lists
{
    /// <summary>Pupils written as in "M", "F1" (special needs), "Mb1" (bundle 1), "Fa2,3" (apart sets 2 and 3), "Mp2" (pinned to class 2), in list order.</summary>
    public static PlacementList Of(int[] capacities, params string[] pupils) => new(
        "LC-M01", 2026, "test", PlacementMode.Lot, capacities, SpecialNeedsCap: null, Relief: 0, Search: null, Teams: null, [], Attributes: null,
        [.. pupils.Select((pupil, i) => Row(i, pupil))]);

    public static DrawSeed Seed(int number) => new(Digest.Of(Encoding.ASCII.GetBytes($"seed {number}")));

    public static PlacementRow Row(int number, string pupil)
    {
        var (bundle, apart, pin) = ((int?)null, Array.Empty<int>(), (int?)null);
        foreach (var word in pupil.Split(' ').Skip(1))
        {
            var numbers = word[1..].Split(',').Select(int.Parse).ToArray();
            (bundle, apart, pin) = word[0] switch
            {
                'b' => (numbers[0], apart, pin),
                'a' => (bundle, numbers, pin),
                'p' => (bundle, apart, numbers[0]),
                _ => throw new ArgumentException(pupil, nameof(pupil)),
            };
        }
        return new PlacementRow(RowCode.Of((ulong)number), pupil[0] == 'M' ? Sex.Male : Sex.Female, pupil.Split(' ')[0].EndsWith('1'), bundle, apart, pin);
    }

    /// <summary>A city of pupils with about 1.5 % multiples, 2.5 % special needs, a share of same names and of pins; integers from one seed.</summary>
    public static PlacementList Large(int pupils, int classes, int seed, bool pins = true)
    {
        var chance = Seed(seed).Chance("large list");
        var words = Enumerable.Range(0, pupils).Select(_ => $"{(chance.Below(1000) < 530 ? 'M' : 'F')}{(chance.Below(1000) < 25 ? "1" : "")}").ToArray();
        int[] order = [.. Enumerable.Range(0, pupils)];
        chance.Shuffle(order.AsSpan());
        var next = 0;
        for (var pair = 0; pair < pupils * 3 / 100; pair++)
        {
            var word = pair % 7 == 0 ? $" b{pair}" : $" a{pair}";
            words[order[next++]] += word;
            words[order[next++]] += word;
        }
        for (var pin = 0; pins && pin < pupils / 100; pin++)
            words[order[next++]] += $" p{1 + chance.Below(classes)}";
        return Of([.. Enumerable.Repeat((pupils + classes - 1) / classes + 2, classes)], words);
    }
}
