using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Applications.Prefilling;

/// <summary>What a department said when a parent waited, or why it said nothing.</summary>
/// <param name="Department">Who was asked.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Report">The answer; null when there is none.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="AskAgainAt">When asking again will ask the department; until then the same is told again.</param>
internal sealed record Lookup(Department Department, LookupStatus Status, DepartmentReport? Report, DateTimeOffset AskedAt, DateTimeOffset AskAgainAt)
{
    /// <summary>True when the register has spoken.</summary>
    public bool IsAnswered => Status is LookupStatus.Answered or LookupStatus.NoRecord;

    public override string ToString() => $"Lookup {{ {Department}, {Status} }}";
}

/// <summary>What came of a question a parent waits for.</summary>
internal enum LookupStatus
{
    /// <summary>Being asked at this moment, or a process died while it asked.</summary>
    Asked,
    Answered,
    /// <summary>The register holds nothing on the persons asked about.</summary>
    NoRecord,
    /// <summary>The answer comes later, as a callback, and is then there.</summary>
    WillCallBack,
    /// <summary>Not reached, or not in a form that counts.</summary>
    Unavailable,
    /// <summary>Not answered within the time a parent waits.</summary>
    TooSlow,
}
