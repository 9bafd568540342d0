using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>What came of asking a department. The bodies are evidence and personal data: none of the cases prints them.</summary>
internal abstract record AskResult
{
    private AskResult()
    {
    }

    /// <summary>In a word, for traces and metrics.</summary>
    public string Outcome => this is Unreachable unreachable ? unreachable.Reason.ToString() : GetType().Name;

    internal sealed record Answered(DepartmentReport Report, string Body) : AskResult
    {
        public override string ToString() => nameof(Answered);
    }

    internal sealed record WillCallBack : AskResult;

    /// <summary>The register holds nothing about the persons asked.</summary>
    internal sealed record NoRecord(string Body) : AskResult
    {
        public override string ToString() => nameof(NoRecord);
    }

    /// <summary>No answer that counts; ask again later, not before <paramref name="RetryAfter"/> where that is known.</summary>
    internal sealed record Unreachable(UnreachableReason Reason, TimeSpan? RetryAfter = null) : AskResult;
}
