namespace Enrollment.DepartmentSimulator.Behaviors;

/// <summary>A behavior with its counts.</summary>
internal sealed class BehaviorSlot(Behavior behavior)
{
    private readonly Lock _lock = new();
    private int _requests;
    private int _played;

    public Behavior Next()
    {
        lock (_lock)
        {
            _requests++;
            if (_requests % (behavior.EveryNth ?? 1) != 0 || _played >= behavior.Times)
                return Behavior.PlainAnswer;
            _played++;
            return behavior;
        }
    }
}
