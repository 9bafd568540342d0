namespace Enrollment.Domain.Admission.Coordination;

/// <summary>Checks an outcome in one pass over the walks, without knowing how it was found.</summary>
public static class CoordinationCertificate
{
    /// <summary>Do these prices prove that this is a placement of every child with the smallest sum of walks? Malformed input is false.</summary>
    public static bool Holds(CoordinationProblem problem, CoordinationFlow flow, CoordinationPrices prices) => throw new NotImplementedException();

    /// <summary>Do these areas and schools prove that this many children cannot be seated? Malformed input is false.</summary>
    public static bool Holds(CoordinationProblem problem, CoordinationOutcome.Short shortage) => throw new NotImplementedException();
}
