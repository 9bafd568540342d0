namespace Enrollment.Domain.Admission.Allocation;

/// <summary>Whom one school holds so far, the last in order on top, so that it is the first to go.</summary>
internal struct HeldApplicants
{
    private (long Key, int Applicant)[] _heap;
    private int _count;
    private int _weight;

    /// <summary>Would somebody at this position be turned away whatever else happens?</summary>
    public readonly bool IsClosedTo(long key, int seats) => _weight >= seats && (_count == 0 || key > _heap[0].Key);

    public void Add(long key, int applicant, int weight)
    {
        _heap ??= new (long, int)[4];
        if (_count == _heap.Length)
            Array.Resize(ref _heap, 2 * _count);
        var i = _count++;
        _weight += weight;
        for (; i > 0 && _heap[(i - 1) / 2].Key < key; i = (i - 1) / 2)
            _heap[i] = _heap[(i - 1) / 2];
        _heap[i] = (key, applicant);
    }

    /// <summary>
    /// The last in order, if all places are taken by those before it. A bundle with one place before the end stays and brings its others along:
    /// so who stays is the front of the order, and that is what makes the outcome independent of who is tried first.
    /// </summary>
    public bool TryRemoveLast(int seats, ReadOnlySpan<int> weights, out int applicant)
    {
        applicant = -1;
        if (_count == 0 || _weight - weights[_heap[0].Applicant] < seats)
            return false;
        applicant = _heap[0].Applicant;
        _weight -= weights[applicant];
        SiftDown(_heap[--_count]);
        return true;
    }

    private readonly void SiftDown((long Key, int Applicant) moved)
    {
        var i = 0;
        for (var child = 1; child < _count; child = 2 * i + 1)
        {
            if (child + 1 < _count && _heap[child + 1].Key > _heap[child].Key)
                child++;
            if (_heap[child].Key <= moved.Key)
                break;
            _heap[i] = _heap[child];
            i = child;
        }
        if (_count > 0)
            _heap[i] = moved;
    }
}
