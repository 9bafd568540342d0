namespace Enrollment.Domain.Verification;

/// <summary>What came of asking a department once. Closed.</summary>
public abstract record DepartmentAnswer
{
    private DepartmentAnswer()
    {
    }

    /// <summary>The register answered.</summary>
    public sealed record Reported(string Body, DepartmentReport Report) : DepartmentAnswer
    {
        /// <summary>No record of it.</summary>
        public override string ToString() => nameof(Reported);
    }

    /// <summary>The register holds nothing on the persons asked about.</summary>
    public sealed record NoRecord(string Body) : DepartmentAnswer
    {
        /// <summary>Nothing of the body.</summary>
        public override string ToString() => nameof(NoRecord);
    }

    /// <summary>The department took the question and will call back.</summary>
    public sealed record WillCallBack : DepartmentAnswer;

    /// <summary>No usable answer: down, overloaded, too slow, cut off or unreadable.</summary>
    /// <param name="RetryAfter">How long the department asks to be left alone, if it says so.</param>
    public sealed record Unreachable(TimeSpan? RetryAfter = null) : DepartmentAnswer;
}
