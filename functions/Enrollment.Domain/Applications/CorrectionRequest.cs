using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Applications;

/// <summary>All defects of an application in one request (材料补正, DOMAIN.md 1.8). Unanswered, a person decides on what is on file.</summary>
/// <param name="Defects">What the claim lacks, and the papers that may cure it.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="LastDay">The last day to answer, in the bureau's calendar.</param>
/// <param name="DueAt">The moment after that day.</param>
public sealed record CorrectionRequest(IReadOnlyList<OpenPoint> Defects, DateTimeOffset RequestedAt, DateOnly LastDay, DateTimeOffset DueAt)
{
    /// <summary>Which request of this application it is, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>By how many working days the deadline has moved because a department was late.</summary>
    public int ExtendedBy { get; init; }

    /// <summary>How many reminders of this deadline there were.</summary>
    public int Reminders { get; init; }

    /// <summary>What the person who asked writes to the parent; null when a machine asked.</summary>
    public string? Message { get; init; }

    /// <summary>How the parent answered; null while they have not, also after the deadline.</summary>
    public CorrectionAnswer? Answer { get; init; }

    /// <summary>All papers asked for, by their ids in the policy, each once.</summary>
    public IReadOnlyList<string> Papers => [.. Defects.SelectMany(defect => defect.Papers).Distinct(StringComparer.Ordinal)];

    /// <summary>The defect with this id; null when there is none.</summary>
    public OpenPoint? Defect(string id) => Defects.FirstOrDefault(defect => defect.Id == id);

    /// <summary>No text of a person in a log.</summary>
    public override string ToString() => $"CorrectionRequest {{ {Round}, {LastDay:O} }}";
}

/// <summary>A parent's answer to a request for correction.</summary>
/// <param name="At">When.</param>
/// <param name="Papers">The uploaded papers for each defect; empty when the parent corrected the form only.</param>
public sealed record CorrectionAnswer(DateTimeOffset At, IReadOnlyList<PapersForDefect> Papers);

/// <summary>The papers a parent hands in for one defect.</summary>
/// <param name="Defect">The defect's <see cref="OpenPoint.Id"/>.</param>
/// <param name="Files">The files' ids.</param>
public sealed record PapersForDefect(string Defect, IReadOnlyList<string> Files);
