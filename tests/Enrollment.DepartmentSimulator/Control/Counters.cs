using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Control;

internal sealed class Counters
{
    private readonly Lock _lock = new();
    private Dictionary<Department, DepartmentCounters> _departments = Zero();
    private int _repeatedRequestIds;

    public void Requested(Department department) => Count(department, counters => counters.Requests++);

    public void Answered(Department department) => Count(department, counters => counters.Answers++);

    public void CalledBack(Department department) => Count(department, counters => counters.Callbacks++);

    public void CallbackEnded(Department department, string outcome) => Count(department, counters =>
        counters.CallbackStatus[outcome] = counters.CallbackStatus.GetValueOrDefault(outcome) + 1);

    public void Repeated()
    {
        lock (_lock)
            _repeatedRequestIds++;
    }

    public void Reset()
    {
        lock (_lock)
            (_departments, _repeatedRequestIds) = (Zero(), 0);
    }

    public IReadOnlyDictionary<string, object> Read()
    {
        lock (_lock)
        {
            var read = _departments.ToDictionary(pair => pair.Key.Path, pair => (object)pair.Value.Copy(), StringComparer.Ordinal);
            read.Add("repeatedRequestIds", _repeatedRequestIds);
            return read;
        }
    }

    private static Dictionary<Department, DepartmentCounters> Zero() =>
        Department.All.ToDictionary(department => department, _ => new DepartmentCounters());

    private void Count(Department department, Action<DepartmentCounters> count)
    {
        lock (_lock)
            count(_departments[department]);
    }
}
