using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Placement;
using Enrollment.Domain.Placement.Balancing;
using Enrollment.Domain.Placement.Lots;

namespace Enrollment.Domain.Tests.Placement.Balancing;

/// <summary>The search as docs/placement-record.md section 7 tells it, sentence by sentence, with no thought of speed.</summary>
internal sealed class ReferenceSearch
{
    private readonly PlacementList _list;
    private readonly DrawSeed _seed;
    private readonly int[][] _z;
    private readonly int?[] _kinds;

    private ReferenceSearch(PlacementList list, AttributeTable table, DrawSeed seed)
    {
        (_list, _seed, _z) = (list, seed, ReferenceScores.Of(table));
        _kinds = [.. list.Rows.Select(row => (int?)((row.Sex is Sex.Male ? 0 : 2) + (row.SpecialNeeds ? 1 : 0)))];
        foreach (var row in Blocks.Of(list).Bound.Where(block => block.Rows.Count > 1 || block.ApartSets.Count > 0 || block.Pin is not null).SelectMany(block => block.Rows))
            _kinds[row] = null;
    }

    public static int[] Improve(PlacementList list, AttributeTable table, int[] lot, DrawSeed seed)
    {
        var search = new ReferenceSearch(list, table, seed);
        return list.Classes == 1
            ? lot
            : Enumerable.Range(0, list.Search!.Starts).Select(start => (start, from: start == 0 ? lot : Lot.Draw(list, seed.Another($"start/{start}"))?.Groups))
                .Where(start => start.from is not null).Select(start => search.Run(start.start, [.. start.from!])).MinBy(search.Imbalance)!;
    }

    private int[] Run(int start, int[] groups)
    {
        for (var epoch = 0; epoch < _list.Search!.Epochs; epoch++)
        {
            int[] order = [.. Enumerable.Range(1, _list.Classes)];
            _seed.Chance($"pairs/{start}/{epoch}").Shuffle(order.AsSpan());
            for (var pair = 0; pair < order.Length / 2; pair++)
                Visit(groups, order[2 * pair], order[2 * pair + 1], new Words(_seed, $"search/{start}/{epoch}/{pair}"));
        }
        return groups;
    }

    private void Visit(int[] groups, int first, int second, Words words)
    {
        int[] movable = [.. Enumerable.Range(0, groups.Length).Where(i => _kinds[i] is not null && (groups[i] == first || groups[i] == second)).OrderBy(i => _kinds[i])];
        if (movable.Length < 2)
            return;
        var difference = Difference(groups, first, second);
        var exchanges = new Exchanges(_z, _kinds, groups, difference, movable, first, second);
        exchanges.Descend();
        for (var kick = 0; kick < _list.Search!.Kicks; kick++)
        {
            var (remembered, pulls) = (groups.ToArray(), exchanges.Remember());
            BigInteger change = 0;
            for (var left = 2 + words.Below(3); left > 0; left--)
            {
                var one = movable[words.Below(movable.Length)];
                int[] alike = [.. movable.Where(i => _kinds[i] == _kinds[one])];
                var other = alike[words.Below(alike.Length)];
                if (groups[one] != groups[other])
                    change += groups[one] == first ? exchanges.Exchange(one, other) : exchanges.Exchange(other, one);
            }
            change += exchanges.Descend();
            if (change <= 0)
                continue;
            remembered.CopyTo(groups, 0);
            exchanges.Restore(pulls);
        }
    }

    private BigInteger[] Difference(int[] groups, int first, int second)
    {
        var (a, b) = (groups.Count(group => group == first), groups.Count(group => group == second));
        return [.. Enumerable.Range(0, _z[0].Length).Select(f =>
        {
            BigInteger sum = 0, total = 0;
            for (var i = 0; i < groups.Length; i++)
            {
                sum += groups[i] == first ? _z[i][f] : 0;
                total += groups[i] == first || groups[i] == second ? _z[i][f] : 0;
            }
            return 2 * sum - Floor(4 * total * a + a + b, 2 * (a + b));
        })];
    }

    /// <summary>Times the least common multiple of the sizes, so that it is whole.</summary>
    public BigInteger Imbalance(int[] groups)
    {
        var sizes = groups.GroupBy(group => group).ToDictionary(group => group.Key, group => new BigInteger(group.Count()));
        var multiple = sizes.Values.Aggregate(BigInteger.One, (product, size) => product * size);
        return sizes.Keys.Aggregate(BigInteger.Zero, (sum, group) => sum + Enumerable.Range(0, _z[0].Length)
            .Select(f => BigInteger.Pow(groups.Select((of, i) => of == group ? (BigInteger)_z[i][f] : 0).Aggregate(BigInteger.Add), 2))
            .Aggregate(BigInteger.Zero, BigInteger.Add) * multiple / sizes[group]);
    }

    private static BigInteger Floor(BigInteger value, BigInteger by)
    {
        var quotient = BigInteger.DivRem(value, by, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }

    /// <summary>Who is where during a visit, and how the difference pulls at everybody.</summary>
    private sealed class Exchanges(int[][] z, int?[] kinds, int[] groups, BigInteger[] difference, int[] movable, int first, int second)
    {
        private Dictionary<int, BigInteger> _pulls = movable.ToDictionary(i => i, i => Dot(difference, z[i]));

        public Dictionary<int, BigInteger> Remember() => new(_pulls);

        public void Restore(Dictionary<int, BigInteger> pulls) => _pulls = pulls;

        public BigInteger Descend()
        {
            BigInteger total = 0;
            for (var exchanged = true; exchanged;)
            {
                exchanged = false;
                foreach (var i in movable)
                {
                    if (groups[i] != first || movable.Where(j => groups[j] == second && kinds[j] == kinds[i]).ToArray() is not { Length: > 0 } others)
                        continue;
                    var best = others.MinBy(j => Change(i, j));
                    if (Change(i, best) >= 0)
                        continue;
                    total += Exchange(i, best);
                    exchanged = true;
                }
            }
            return total;
        }

        public BigInteger Exchange(int i, int j)
        {
            var change = Change(i, j);
            (groups[i], groups[j]) = (second, first);
            foreach (var k in movable)
                _pulls[k] += 2 * (Dot(z[j], z[k]) - Dot(z[i], z[k]));
            return change;
        }

        private BigInteger Change(int i, int j) => _pulls[j] - _pulls[i] + Dot(z[i], z[i]) + Dot(z[j], z[j]) - 2 * Dot(z[i], z[j]);

        private static BigInteger Dot(int[] x, int[] y) => x.Zip(y, (a, b) => (long)a * b).Sum();

        private static BigInteger Dot(BigInteger[] x, int[] y) => x.Zip(y, (a, b) => a * b).Aggregate(BigInteger.Zero, BigInteger.Add);
    }

    private sealed class Words
    {
        private readonly uint[] _state;

        public Words(DrawSeed seed, string name)
        {
            var hash = SHA256.HashData([.. seed.Value.ToArray(), .. Encoding.ASCII.GetBytes(name), 0, 0, 0, 0, 0, 0, 0, 0]);
            _state = [.. Enumerable.Range(0, 4).Select(i => BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(4 * i)))];
        }

        public int Below(int n) => (int)(((BigInteger)Next() * n) >> 32);

        private uint Next()
        {
            var (a, b, c, d) = (_state[0], _state[1], _state[2], _state[3]);
            var word = BitOperations.RotateLeft(5 * b, 7) * 9;
            var r = b << 9;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= r;
            d = BitOperations.RotateLeft(d, 11);
            (_state[0], _state[1], _state[2], _state[3]) = (a, b, c, d);
            return word;
        }
    }
}
