using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>The inner product of two rows of scores.</summary>
internal static class Dot
{
    /// <summary>Exact: rows are as long as a multiple of sixteen, and their squares are bounded (see <see cref="StandardScores"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.AggressiveInlining)]
    public static int Of(ReadOnlySpan<short> x, ReadOnlySpan<short> y)
    {
        if (!Avx2.IsSupported)
            return Plain(x, y);
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var sum = Vector256<int>.Zero;
        for (var f = 0; f < x.Length; f += Vector256<short>.Count)
            sum += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref a, (nuint)f), Vector256.LoadUnsafe(ref b, (nuint)f));
        return Vector256.Sum(sum);
    }

    internal static int Plain(ReadOnlySpan<short> x, ReadOnlySpan<short> y)
    {
        var sum = 0;
        for (var f = 0; f < x.Length; f++)
            sum += x[f] * y[f];
        return sum;
    }
}
