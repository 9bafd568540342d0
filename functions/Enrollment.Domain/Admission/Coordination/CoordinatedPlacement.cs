namespace Enrollment.Domain.Admission.Coordination;

/// <summary>Seats the children of one order group with the smallest sum of walks: coordinated placement (统筹安排, DOMAIN 1.4 steps 3 and 5).</summary>
public static class CoordinatedPlacement
{
    /// <summary>Solves a problem exactly. The same problem gives the same outcome whatever the program: each part of it is defined, not found (docs/coordination.md).</summary>
    public static CoordinationOutcome Solve(CoordinationProblem problem) => throw new NotImplementedException();
}
