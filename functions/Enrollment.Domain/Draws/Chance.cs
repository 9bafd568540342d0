using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Domain.Draws;

/// <summary>Chance from a seed and a name: SHA-256 in counter mode, bounded by rejection (docs/placement-record.md section 3). Not for two threads.</summary>
public sealed class Chance
{
    private const int WordsPerBlock = Digest.Size / sizeof(ulong);

    private readonly byte[] _input;
    private readonly ulong[] _words = new ulong[WordsPerBlock];
    private ulong _block;
    private int _next = WordsPerBlock;

    internal Chance(Digest seed, string name)
    {
        _input = new byte[Digest.Size + name.Length + sizeof(ulong)];
        seed.ToArray().CopyTo(_input, 0);
        Encoding.ASCII.GetBytes(name, _input.AsSpan(Digest.Size));
    }

    /// <summary>A whole number from 0 to below <paramref name="n"/>, each as likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    public int Below(int n) => (int)Below((long)n);

    /// <summary>Likewise for large numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    public long Below(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var bound = (ulong)n;
        // 2^64 mod n, without 2^64: words from the last, incomplete round of n would favor the small answers.
        var excess = (ulong.MaxValue % bound + 1) % bound;
        for (; ; )
        {
            var word = NextWord();
            if (word <= ulong.MaxValue - excess)
                return (long)(word % bound);
        }
    }

    /// <summary>Puts the items in an order, each as likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong NextWord()
    {
        if (_next == WordsPerBlock)
            NextBlock();
        return _words[_next++];
    }

    private void NextBlock()
    {
        BinaryPrimitives.WriteUInt64BigEndian(_input.AsSpan(_input.Length - sizeof(ulong)), _block++);
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(_input, hash);
        for (var i = 0; i < WordsPerBlock; i++)
            _words[i] = BinaryPrimitives.ReadUInt64BigEndian(hash[(i * sizeof(ulong))..]);
        _next = 0;
    }
}
