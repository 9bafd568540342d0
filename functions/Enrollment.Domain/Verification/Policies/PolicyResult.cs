namespace Enrollment.Domain.Verification.Policies;

/// <summary>A policy, or all that is wrong with the document. Closed.</summary>
public abstract record PolicyResult
{
    private PolicyResult()
    {
    }

    /// <summary>The document is a policy.</summary>
    public sealed record Parsed(Policy Policy) : PolicyResult;

    /// <summary>The document is none; at least one error, in the order of the document.</summary>
    public sealed record Invalid(IReadOnlyList<PolicyError> Errors) : PolicyResult;
}

/// <summary>One thing wrong with a policy document.</summary>
/// <param name="Path">JSON path, e.g. <c>$.rules[3].parameters.settledBefore</c>.</param>
/// <param name="Message">For the engineer who edits the file.</param>
public sealed record PolicyError(string Path, string Message);
