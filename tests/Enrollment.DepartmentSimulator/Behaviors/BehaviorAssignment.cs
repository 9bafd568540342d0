namespace Enrollment.DepartmentSimulator.Behaviors;

/// <summary>A line of behaviors.jsonl and the body of PUT /control/behavior.</summary>
/// <param name="Department">The department's path.</param>
/// <param name="Behavior">How it behaves.</param>
/// <param name="ChildIdNo">Toward whom; null: toward everybody.</param>
internal sealed record BehaviorAssignment(string Department, Behavior Behavior, string? ChildIdNo = null)
{
    /// <returns>Null when it can be played, else the field that cannot.</returns>
    public string? Fault()
    {
        if (Registers.Department.Find(Department) is null)
            return "department";
        return ChildIdNo is { Length: 0 } ? "childIdNo" : Behavior.Fault();
    }
}
