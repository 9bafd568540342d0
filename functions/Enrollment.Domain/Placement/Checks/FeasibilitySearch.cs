namespace Enrollment.Domain.Placement.Checks;

/// <summary>
/// Answers whether rules can hold together by trying: the block with the fewest groups left comes first, groups nobody has entered count once. Work is
/// counted, so that the answer is the same on every machine.
/// </summary>
internal sealed class FeasibilitySearch
{
    private readonly FeasibilityProblem _problem;
    private readonly GroupSeats _seats;
    private readonly bool[] _open;
    private readonly int[] _choices;
    private readonly bool[] _seated;
    private readonly Stack<Step> _steps = new();
    private readonly Stack<int> _closed = new();
    private long _work;

    private FeasibilitySearch(FeasibilityProblem problem, long work)
    {
        (_problem, _work) = (problem, work);
        _seats = new GroupSeats(problem);
        _open = new bool[problem.Blocks.Count * problem.Groups];
        _choices = new int[problem.Blocks.Count];
        _seated = new bool[problem.Blocks.Count];
    }

    /// <summary>Tries.</summary>
    /// <param name="problem">The rules.</param>
    /// <param name="work">How many looks at a block and a group are allowed; what was needed is taken off.</param>
    public static Feasibility Run(FeasibilityProblem problem, ref long work)
    {
        if (problem.BreaksRoom || problem.Blocks.Any(block => block.IsContradictory) || SeatBounds.AreBroken(problem))
            return Feasibility.Impossible;
        if ((long)problem.Blocks.Count * problem.Groups > work)
            return Feasibility.Unknown;
        var search = new FeasibilitySearch(problem, work);
        var answer = search.Run();
        work = search._work;
        return answer;
    }

    private Feasibility Run()
    {
        for (var b = 0; b < _choices.Length; b++)
        {
            for (var g = 0; g < _problem.Groups; g++)
            {
                _open[b * _problem.Groups + g] = _seats.Fits(_problem.Blocks[b], g);
                _choices[b] += _open[b * _problem.Groups + g] ? 1 : 0;
            }
        }
        _work -= _open.Length;
        for (; ; )
        {
            if (_steps.Count == _choices.Length && TakesTheRest())
                return Feasibility.Possible;
            if ((_steps.Count == _choices.Length || !SeatOneMore()) && !Retreat())
                return Feasibility.Impossible;
            if (_work < 0)
                return Feasibility.Unknown;
        }
    }

    private bool TakesTheRest() => !_problem.HasSeats || _seats.TakesTheRest(_problem.LooseSpecialBoys);

    /// <summary>Seats the block with the fewest groups left; false where it has none.</summary>
    private bool SeatOneMore()
    {
        var block = -1;
        for (var b = 0; b < _choices.Length; b++)
        {
            if (!_seated[b] && (block < 0 || Precedes(b, block)))
                block = b;
        }
        _work -= _choices.Length;
        if (_choices[block] == 0)
            return false;
        _steps.Push(new Step(block, Groups(block), _closed.Count));
        _seated[block] = true;
        return Advance();
    }

    private bool Precedes(int b, int other) => _choices[b] != _choices[other]
        ? _choices[b] < _choices[other]
        : _problem.Blocks[b].Rows.Length > _problem.Blocks[other].Rows.Length;

    /// <summary>The groups worth trying, the roomiest first.</summary>
    private int[] Groups(int block)
    {
        _work -= _problem.Groups;
        var kinds = new HashSet<(int, int, int)>();
        return [.. Enumerable.Range(0, _problem.Groups)
            .Where(g => _open[block * _problem.Groups + g] && _seats.Fits(_problem.Blocks[block], g) && (!_seats.IsUntouched(g) || kinds.Add(_seats.KindOf(g))))
            .OrderByDescending(g => _seats.RoomFor(_problem.Blocks[block], g))];
    }

    /// <summary>Puts the last block into the next of its groups; false, and the block is taken off, when none is left.</summary>
    private bool Advance()
    {
        var step = _steps.Peek();
        while (step.Next < step.Groups.Length)
        {
            var group = step.Groups[step.Next++];
            _seats.Seat(_problem.Blocks[step.Block], group);
            if (Close(group))
                return true;
            Reopen(step);
        }
        _steps.Pop();
        _seated[step.Block] = false;
        return false;
    }

    /// <summary>Goes back to the last block that has another group to try; false when there is none.</summary>
    private bool Retreat()
    {
        while (_steps.Count > 0)
        {
            Reopen(_steps.Peek());
            if (Advance())
                return true;
        }
        return false;
    }

    /// <summary>Closes the group to all it no longer suits; false when somebody is left without a group.</summary>
    private bool Close(int group)
    {
        _work -= _choices.Length;
        for (var b = 0; b < _choices.Length; b++)
        {
            var at = b * _problem.Groups + group;
            if (_seated[b] || !_open[at] || _seats.Fits(_problem.Blocks[b], group))
                continue;
            _open[at] = false;
            _closed.Push(at);
            if (--_choices[b] == 0)
                return false;
        }
        return true;
    }

    private void Reopen(Step step)
    {
        _seats.Unseat(_problem.Blocks[step.Block], step.Groups[step.Next - 1]);
        while (_closed.Count > step.ClosedBefore)
        {
            var at = _closed.Pop();
            _open[at] = true;
            _choices[at / _problem.Groups]++;
        }
    }

    private sealed class Step(int block, int[] groups, int closedBefore)
    {
        public int Block => block;

        public int[] Groups => groups;

        public int ClosedBefore => closedBefore;

        public int Next { get; set; }
    }
}

/// <summary>Can rules hold together?</summary>
internal enum Feasibility
{
    Possible,
    Impossible,
    /// <summary>The work allowed ended before an answer.</summary>
    Unknown,
}
