namespace Enrollment.DevCluster.Processes;

/// <summary>The last lines a child wrote, for the message of its failure.</summary>
public sealed class OutputTail(int capacity = 200)
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new(capacity);

    public void Add(string line)
    {
        lock (_gate)
        {
            if (_lines.Count == capacity)
                _lines.Dequeue();
            _lines.Enqueue(line);
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public override string ToString() => string.Join(Environment.NewLine, Lines);
}
