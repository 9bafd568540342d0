using Enrollment.Domain.Admission;

namespace Enrollment.Domain.Applications;

/// <summary>A school place (学位) offered to a child.</summary>
/// <param name="School">The school, by its code.</param>
/// <param name="Round">The round that gave it.</param>
/// <param name="OfferedAt">When it was offered.</param>
/// <param name="LastDay">The last day to answer, in the bureau's calendar.</param>
/// <param name="DueAt">The moment after that day.</param>
public sealed record PlaceOffer(string School, string Round, DateTimeOffset OfferedAt, DateOnly LastDay, DateTimeOffset DueAt)
{
    /// <summary>True when the round was void and took the place back; kept, so that no late message offers it again.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>How many reminders of this deadline there were.</summary>
    public int Reminders { get; init; }

    /// <summary>The school's code.</summary>
    public SchoolCode Code => SchoolCode.Parse(School);
}
