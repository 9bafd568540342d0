using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>Fast chance for one visit of one pair (xoshiro128**, Blackman and Vigna), seeded from the draw's seed. It decides where the search looks, never who is favored.</summary>
internal struct SearchChance
{
    private uint _a, _b, _c, _d;

    public SearchChance(DrawSeed seed, int start, int epoch, int pair)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"search/{start}/{epoch}/{pair}");
        Span<byte> input = stackalloc byte[Digest.Size + name.Length + sizeof(ulong)];
        input.Clear();
        seed.Value.ToArray().CopyTo(input);
        Encoding.ASCII.GetBytes(name, input[Digest.Size..]);
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(input, hash);
        _a = BinaryPrimitives.ReadUInt32BigEndian(hash);
        _b = BinaryPrimitives.ReadUInt32BigEndian(hash[4..]);
        _c = BinaryPrimitives.ReadUInt32BigEndian(hash[8..]);
        _d = BinaryPrimitives.ReadUInt32BigEndian(hash[12..]);
    }

    public int Below(int n)
    {
        var word = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 9;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 11);
        return (int)((ulong)word * (uint)n >> 32);
    }
}
