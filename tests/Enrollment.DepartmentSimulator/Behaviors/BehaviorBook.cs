using System.Collections.Concurrent;
using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Behaviors;

/// <summary>Who meets which behavior: a person's wins over the department's.</summary>
internal sealed class BehaviorBook
{
    private readonly List<BehaviorAssignment> _seeded = [];
    private readonly ConcurrentDictionary<(string Department, string? ChildIdNo), BehaviorSlot> _slots = new();

    public static BehaviorBook Load(string folder)
    {
        var book = new BehaviorBook();
        SeedFile.Read<BehaviorAssignment>(folder, "behaviors.jsonl", book.Seed);
        return book;
    }

    public Behavior Next(Department department, string childIdNo)
    {
        if (!_slots.TryGetValue((department.Path, childIdNo), out var slot))
            _slots.TryGetValue((department.Path, null), out slot);
        return slot?.Next() ?? Behavior.PlainAnswer;
    }

    public void Assign(BehaviorAssignment assignment) =>
        _slots[(assignment.Department, assignment.ChildIdNo)] = new BehaviorSlot(assignment.Behavior);

    public void Reset()
    {
        _slots.Clear();
        foreach (var assignment in _seeded)
            Assign(assignment);
    }

    private string? Seed(BehaviorAssignment assignment)
    {
        if (assignment.Fault() is { } fault)
            return fault;
        if (_slots.ContainsKey((assignment.Department, assignment.ChildIdNo)))
            return "a behavior for this person is there already";
        _seeded.Add(assignment);
        Assign(assignment);
        return null;
    }
}
