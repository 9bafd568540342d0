namespace Enrollment.Functions.Applications;

/// <summary>
/// Lets the steps of one application that run in this process take turns to write, and hands each what the one before it wrote.
/// The ETag stays the only lock: this only spares lost races, which the four departments' answers would run all the time.
/// </summary>
internal sealed class ApplicationTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ApplicationId, ApplicationTurn> _turns = [];

    /// <summary>Joins those who work on an application. Join before reading it, so that nothing written since is missed.</summary>
    public ApplicationTurn Join(ApplicationId id)
    {
        lock (_gate)
        {
            if (!_turns.TryGetValue(id, out var turn))
                _turns[id] = turn = new ApplicationTurn(id, Leave);
            turn.Members++;
            return turn;
        }
    }

    private void Leave(ApplicationTurn turn)
    {
        lock (_gate)
        {
            if (--turn.Members == 0)
                _turns.Remove(turn.Id);
        }
    }
}

/// <summary>Those who work on one application in this process at this moment.</summary>
internal sealed class ApplicationTurn(ApplicationId id, Action<ApplicationTurn> leave) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private StoredApplication? _written;

    public ApplicationId Id => id;

    internal int Members { get; set; }

    /// <summary>Runs alone; is given the newest state that this process knows and gives back what it wrote, or null.</summary>
    public async Task TakeAsync(StoredApplication asRead, Func<StoredApplication, Task<StoredApplication?>> write, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            _written = await write(_written ?? asRead) ?? _written;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => leave(this);
}
