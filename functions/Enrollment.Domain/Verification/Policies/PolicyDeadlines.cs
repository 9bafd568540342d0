namespace Enrollment.Domain.Verification.Policies;

/// <summary>How long parents and the bureau have.</summary>
/// <param name="Supplement">For a parent to add papers (材料补正). Unanswered, a person decides on what is on file.</param>
/// <param name="Review">For the first review by a person.</param>
/// <param name="ObjectionAsk">For a parent to ask for a second review (申请复查).</param>
/// <param name="ObjectionAnswer">For the bureau to answer it.</param>
/// <param name="Reconsideration">For administrative reconsideration (行政复议).</param>
/// <param name="Lawsuit">For a lawsuit (行政诉讼).</param>
public sealed record PolicyDeadlines(Deadline Supplement, Deadline Review, Deadline ObjectionAsk, Deadline ObjectionAnswer,
    Deadline Reconsideration, Deadline Lawsuit)
{
    /// <summary>How often a machine asks one application for a supplement; then a person decides [OWN].</summary>
    public required int SupplementRounds { get; init; }
}

/// <summary>One deadline.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Source">Where it is written.</param>
public sealed record Deadline(int Count, DeadlineUnit Unit, string Source);

/// <summary>What a deadline counts.</summary>
public enum DeadlineUnit
{
    /// <summary>Calendar days.</summary>
    Days,
    /// <summary>Days the bureau works.</summary>
    WorkingDays,
    /// <summary>Calendar months.</summary>
    Months,
}
