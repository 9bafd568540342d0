using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Review;

/// <summary>A parent's request for a second review (申请复查): one for each decision, one answer, by somebody who decided nothing before.</summary>
/// <param name="RaisedAt">When.</param>
/// <param name="Against">The number of the decision that it is raised against.</param>
/// <param name="Text">What the parent says; personal.</param>
/// <param name="AnswerUntil">The last day to answer, in the bureau's calendar.</param>
public sealed record Objection(DateTimeOffset RaisedAt, int Against, string Text, DateOnly AnswerUntil)
{
    /// <summary>The answer; null while there is none.</summary>
    public ObjectionAnswer? Answer { get; init; }

    /// <summary>True while it waits for its answer.</summary>
    public bool IsOpen => Answer is null;

    /// <summary>Not what the parent says.</summary>
    public override string ToString() => $"Objection {{ {RaisedAt:O} }}";
}

/// <summary>The one answer to an objection.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">A code of the policy's list of reasons.</param>
/// <param name="Changed">The category it changed the outcome to; null when the decision stands.</param>
public sealed record ObjectionAnswer(DateTimeOffset At, string By, string Reason, CategoryCode? Changed);
