using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Tests.Placement;

namespace Enrollment.Domain.Tests.Draws;

/// <summary>The vectors come from a Python script written from docs/placement-record.md section 3.</summary>
public sealed class ChanceTests
{
    [Fact]
    public void Below_Ten_IsTheVectors()
    {
        var chance = Lists.Seed(1).Chance("vector");

        var drawn = Enumerable.Range(0, 12).Select(_ => chance.Below(10));

        Assert.Equal([9, 7, 9, 2, 0, 5, 0, 2, 1, 8, 2, 3], drawn);
    }

    [Fact]
    public void Below_AWordOfTheLastRound_IsPassedOver()
    {
        var chance = Lists.Seed(1).Chance("large/156");

        var drawn = Enumerable.Range(0, 4).Select(_ => chance.Below(6_000_000_000_000_000_000)).ToArray();

        // The second word of this stream is above the last full round: the second answer is the third word's.
        Assert.Equal([1403656880906361858, 1550181293441216199, 3891219346935536757, 4086616548666717921], drawn);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Below_NotPositive_Throws(int n) => Assert.Throws<ArgumentOutOfRangeException>(() => Lists.Seed(1).Chance("x").Below(n));

    [Fact]
    public void Below_AnyBound_IsTheSlowOracles() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[0, 1000]).Sample((n, name) =>
        {
            var stream = string.Create(CultureInfo.InvariantCulture, $"any/{name}");
            var (chance, words) = (Lists.Seed(name).Chance(stream), Words(Lists.Seed(name).Value, stream).GetEnumerator());
            return Enumerable.Range(0, 20).All(_ => chance.Below(n) == Slow(words, n));
        }, iter: 300);

    [Fact]
    public void Shuffle_Ten_IsTheVector()
    {
        int[] items = [.. Enumerable.Range(0, 10)];

        Lists.Seed(1).Chance("order").Shuffle(items.AsSpan());

        Assert.Equal([6, 4, 8, 1, 5, 0, 7, 2, 9, 3], items);
    }

    [Fact]
    public void Shuffle_NoneOrOne_DrawsNothing()
    {
        var (chance, untouched) = (Lists.Seed(1).Chance("vector"), Lists.Seed(1).Chance("vector"));

        chance.Shuffle(Span<int>.Empty);
        chance.Shuffle([1]);

        Assert.Equal(untouched.Below(1_000_000), chance.Below(1_000_000));
    }

    private static long Slow(IEnumerator<ulong> words, long n)
    {
        var limit = BigInteger.Pow(2, 64) - BigInteger.Pow(2, 64) % n;
        do
            words.MoveNext();
        while (words.Current >= limit);
        return (long)(words.Current % (ulong)n);
    }

    private static IEnumerable<ulong> Words(Digest seed, string name)
    {
        for (var block = 0UL; ; block++)
        {
            var counter = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(counter, block);
            var hash = SHA256.HashData([.. seed.ToArray(), .. Encoding.ASCII.GetBytes(name), .. counter]);
            for (var word = 0; word < 4; word++)
                yield return BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(word * sizeof(ulong)));
        }
    }
}
