using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>
/// Splits the movable pupils of two groups again, so that their sums come closer: exchanges until no exchange helps, then kicks and repairs
/// (docs/placement-record.md section 7). Holds the working space of one thread. <typeparamref name="T"/> is <see cref="int"/> where the numbers
/// are small enough, else <see cref="long"/>; the result is the same.
/// </summary>
internal sealed class PairVisit<T>(StandardScores scores) where T : struct, INumber<T>, IMinMaxValue<T>
{
    // Far above every cost, and far enough below the largest number to be added to.
    private static readonly T Closed = T.CreateChecked(typeof(T) == typeof(long) ? 1L << 60 : 1L << 30);
    private static readonly T Yes = -T.One;

    private readonly List<Block> _blocks = [];
    private int[] _slots = [];
    private T[] _gram = [];
    private T[] _pull = [], _savedPull = [], _cost = [], _square = [];
    // All bits set where the slot's pupil is in the first group, or the slot is empty.
    private T[] _inFirst = [], _savedInFirst = [];
    private int _width;

    /// <summary>Runs a visit; afterwards <paramref name="inFirst"/> says which pupils belong to the first group.</summary>
    /// <param name="pupils">The movable pupils of both groups, kind by kind.</param>
    /// <param name="kinds">Their kinds.</param>
    /// <param name="inFirst">Is each in the first group?</param>
    /// <param name="difference">What separates the groups, feature by feature.</param>
    /// <param name="kicks">How often to kick.</param>
    /// <param name="chance">Chance of this visit alone.</param>
    public void Run(ReadOnlySpan<int> pupils, ReadOnlySpan<int> kinds, Span<bool> inFirst, ReadOnlySpan<int> difference, int kicks, ref SearchChance chance)
    {
        Lay(pupils, kinds, inFirst);
        FillGram(pupils);
        FillPull(pupils, difference);
        FillCost();
        Descend();
        for (var kick = 0; kick < kicks; kick++)
        {
            _pull.AsSpan(0, _width).CopyTo(_savedPull);
            _inFirst.AsSpan(0, _width).CopyTo(_savedInFirst);
            var change = Kick(pupils.Length, ref chance) + Descend();
            if (change <= T.Zero)
                continue;
            _savedPull.AsSpan(0, _width).CopyTo(_pull);
            _savedInFirst.AsSpan(0, _width).CopyTo(_inFirst);
            FillCost();
        }
        for (var i = 0; i < pupils.Length; i++)
            inFirst[i] = _inFirst[_slots[i]] == Yes;
    }

    /// <summary>Gives every pupil a slot; each kind starts at a full vector, the slots left over stay empty.</summary>
    private void Lay(ReadOnlySpan<int> pupils, ReadOnlySpan<int> kinds, ReadOnlySpan<bool> inFirst)
    {
        _blocks.Clear();
        Grow(pupils.Length + Kinds.Count * Vector256<T>.Count);
        var slot = 0;
        for (var i = 0; i < pupils.Length; i++)
        {
            if (i == 0 || kinds[i] != kinds[i - 1])
                _blocks.Add(new Block(slot = (slot + Vector256<T>.Count - 1) / Vector256<T>.Count * Vector256<T>.Count, i));
            _slots[i] = slot++;
            _blocks[^1] = _blocks[^1] with { End = slot, EndPupil = i + 1 };
        }
        _width = (slot + Vector256<T>.Count - 1) / Vector256<T>.Count * Vector256<T>.Count;
        _inFirst.AsSpan(0, _width).Fill(Yes);
        for (var i = 0; i < pupils.Length; i++)
            _inFirst[_slots[i]] = inFirst[i] ? Yes : T.Zero;
    }

    private void Grow(int width)
    {
        if (_pull.Length >= width)
            return;
        _slots = new int[width];
        _gram = new T[width * width];
        (_pull, _savedPull, _cost, _square) = (new T[width], new T[width], new T[width], new T[width]);
        (_inFirst, _savedInFirst) = (new T[width], new T[width]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillGram(ReadOnlySpan<int> pupils)
    {
        _gram.AsSpan(0, _width * _width).Clear();
        for (var i = 0; i < pupils.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var product = T.CreateTruncating(Dot.Of(scores.Of(pupils[i]), scores.Of(pupils[j])));
                _gram[_slots[i] * _width + _slots[j]] = product;
                _gram[_slots[j] * _width + _slots[i]] = product;
            }
        }
        for (var s = 0; s < _width; s++)
            _square[s] = _gram[s * _width + s];
    }

    private void FillPull(ReadOnlySpan<int> pupils, ReadOnlySpan<int> difference)
    {
        _pull.AsSpan(0, _width).Clear();
        for (var i = 0; i < pupils.Length; i++)
        {
            var sum = 0L;
            var values = scores.Of(pupils[i]);
            for (var f = 0; f < values.Length; f++)
                sum += (long)difference[f] * values[f];
            _pull[_slots[i]] = T.CreateTruncating(sum);
        }
    }

    /// <summary>Exchanges while an exchange helps; what all of them change together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Descend()
    {
        var total = T.Zero;
        for (var improved = true; improved;)
        {
            improved = false;
            foreach (var block in _blocks)
            {
                for (var i = block.Start; i < block.End; i++)
                {
                    if (_inFirst[i] == T.Zero)
                        continue;
                    var partner = BestPartner(block, i);
                    if (partner < 0)
                        continue;
                    total += ChangeBy(i, partner);
                    Exchange(i, partner);
                    improved = true;
                }
            }
        }
        return total;
    }

    /// <summary>With whom a pupil of the first group is best exchanged, the lowest slot of those equally good; -1 where no exchange helps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int BestPartner(Block block, int i)
    {
        ref var cost = ref _cost[0];
        ref var row = ref _gram[i * _width];
        var least = Vector256.Create(T.MaxValue);
        for (var j = block.Start; j < block.End; j += Vector256<T>.Count)
        {
            var products = Vector256.LoadUnsafe(ref row, (nuint)j);
            least = Vector256.Min(least, Vector256.LoadUnsafe(ref cost, (nuint)j) - products - products);
        }
        if (!Vector256.LessThanAny(least, Vector256.Create(_pull[i] - _square[i])))
            return -1;
        var best = least[0];
        for (var lane = 1; lane < Vector256<T>.Count; lane++)
            best = T.Min(best, least[lane]);
        for (var j = block.Start; ; j++)
        {
            if (_cost[j] - _gram[i * _width + j] - _gram[i * _width + j] == best)
                return j;
        }
    }

    private T ChangeBy(int i, int j)
    {
        var product = _gram[i * _width + j];
        return _pull[j] - _pull[i] + _square[i] + _square[j] - product - product;
    }

    /// <summary>Pupil i leaves the first group for the second, j the other way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Exchange(int i, int j)
    {
        _inFirst[i] = T.Zero;
        _inFirst[j] = Yes;
        ref var pull = ref _pull[0];
        ref var leaving = ref _gram[i * _width];
        ref var coming = ref _gram[j * _width];
        for (var k = 0; k < _width; k += Vector256<T>.Count)
        {
            var moved = Vector256.LoadUnsafe(ref coming, (nuint)k) - Vector256.LoadUnsafe(ref leaving, (nuint)k);
            (Vector256.LoadUnsafe(ref pull, (nuint)k) + moved + moved).StoreUnsafe(ref pull, (nuint)k);
        }
        FillCost();
    }

    /// <summary>What each pupil of the second group costs to take over; those of the first are closed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.AggressiveInlining)]
    private void FillCost()
    {
        var closed = Vector256.Create(Closed);
        for (var k = 0; k < _width; k += Vector256<T>.Count)
        {
            var open = Vector256.LoadUnsafe(ref _pull[0], (nuint)k) + Vector256.LoadUnsafe(ref _square[0], (nuint)k);
            Vector256.ConditionalSelect(Vector256.LoadUnsafe(ref _inFirst[0], (nuint)k), closed, open).StoreUnsafe(ref _cost[0], (nuint)k);
        }
    }

    /// <summary>Two to four exchanges at random; what they change together.</summary>
    private T Kick(int pupils, ref SearchChance chance)
    {
        var total = T.Zero;
        for (var left = 2 + chance.Below(3); left > 0; left--)
        {
            var one = chance.Below(pupils);
            var block = BlockOf(one);
            var other = block.Pupil + chance.Below(block.EndPupil - block.Pupil);
            if (_inFirst[_slots[one]] == _inFirst[_slots[other]])
                continue;
            var (i, j) = _inFirst[_slots[one]] == Yes ? (_slots[one], _slots[other]) : (_slots[other], _slots[one]);
            total += ChangeBy(i, j);
            Exchange(i, j);
        }
        return total;
    }

    private Block BlockOf(int pupil)
    {
        foreach (var block in _blocks)
        {
            if (pupil < block.EndPupil)
                return block;
        }
        throw new ArgumentOutOfRangeException(nameof(pupil));
    }

    /// <summary>The slots and pupils of one kind.</summary>
    private readonly record struct Block(int Start, int Pupil, int End = 0, int EndPupil = 0);
}
