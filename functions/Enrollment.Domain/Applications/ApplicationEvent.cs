using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Applications;

/// <summary>Who, when, why, by which rule, on which facts: one entry of an application's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Department">The department concerned, if one is.</param>
/// <param name="Findings">The rules and facts it rests on.</param>
public sealed record ApplicationEvent(ApplicationEventKind Kind, DateTimeOffset At, Actor By, Department? Department,
    IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>An event that rests on no rule.</summary>
    public ApplicationEvent(ApplicationEventKind kind, DateTimeOffset at, Actor by, Department? department = null)
        : this(kind, at, by, department, [])
    {
    }
}

/// <summary>Who did something.</summary>
public enum Actor
{
    /// <summary>The parent who applied.</summary>
    Parent,
    /// <summary>The service itself, by rule.</summary>
    Service,
    /// <summary>A department, by its answer.</summary>
    Department,
}

/// <summary>What can happen to an application in this version; docs/events.md says which process emits what.</summary>
public enum ApplicationEventKind
{
    /// <summary>The parent submitted it.</summary>
    Submitted,
    /// <summary>The checks were planned and the departments are being asked.</summary>
    VerificationStarted,
    /// <summary>A department took the question and will call back.</summary>
    CallbackPromised,
    /// <summary>A department answered.</summary>
    CheckAnswered,
    /// <summary>A promised callback did not come and the department was asked again.</summary>
    AskedAgain,
    /// <summary>A department could not be reached in time; a person looks.</summary>
    SourceUnavailable,
    /// <summary>A department answered a question a second time and differently; nothing changed.</summary>
    ConflictingAnswer,
    /// <summary>The category is established.</summary>
    CategoryEstablished,
    /// <summary>What the registers could not settle was handed to a person.</summary>
    ReferredToPerson,
    /// <summary>The parent withdrew it.</summary>
    Withdrawn,
}
