using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Placement.Rosters;

/// <summary>The pupils of one intake as the school lists them, with classes and teams (DOMAIN.md 3.6).</summary>
/// <param name="Pupils">One a row.</param>
/// <param name="Capacities">Of class 1, class 2, …</param>
/// <param name="Teams">Teacher teams; none when none are drawn.</param>
/// <param name="ScoreNames">Columns of scores.</param>
/// <param name="CategoryNames">Columns of further groupings.</param>
public sealed record Roster(IReadOnlyList<RosterPupil> Pupils, IReadOnlyList<int> Capacities, IReadOnlyList<RosterTeam> Teams,
    IReadOnlyList<string> ScoreNames, IReadOnlyList<string> CategoryNames);

/// <summary>One pupil of a roster. Prints the ticket only.</summary>
/// <param name="TicketId">The number the family knows the pupil by.</param>
/// <param name="StudentRecordNo">学籍号: G and the identity number, if there is one already.</param>
/// <param name="Name">The name.</param>
/// <param name="Sex">The sex.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="PrimarySchool">Where the pupil comes from.</param>
/// <param name="Boarding">Does the pupil board?</param>
/// <param name="Migrant">A child of migrant workers?</param>
/// <param name="SpecialNeed">The code of a special need; null for none.</param>
/// <param name="Bundle">Multiples of one family, and their written wish.</param>
/// <param name="Fixed">An approved fixed class.</param>
/// <param name="Scores">In tenths of a point, in the order of the roster's score names.</param>
/// <param name="Categories">In the order of the roster's category names.</param>
public sealed record RosterPupil(string TicketId, string? StudentRecordNo, PersonName Name, Sex Sex, DateOnly BirthDate, string? PrimarySchool, bool Boarding,
    bool Migrant, string? SpecialNeed, RosterBundle? Bundle, FixedClass? Fixed, IReadOnlyList<int> Scores, IReadOnlyList<string> Categories)
{
    /// <summary>The ticket, and nothing that tells who it is.</summary>
    public override string ToString() => $"RosterPupil {{ TicketId = {TicketId} }}";
}

/// <summary>Which family's multiples, and what the family wished in writing before the run (DOMAIN.md 3.3 B3).</summary>
public sealed record RosterBundle(string Id, BundleWish Wish);

/// <summary>What a family with multiples wishes.</summary>
public enum BundleWish
{
    /// <summary>One class.</summary>
    Together,
    /// <summary>Different classes.</summary>
    Apart,
}

/// <summary>A class that is not drawn: needs the bureau's approval and a reason, and stands in the report (DOMAIN.md 3.3 B6).</summary>
/// <param name="Class">From 1.</param>
/// <param name="Reason">The reason's code.</param>
/// <param name="Approval">The number of the bureau's approval.</param>
public sealed record FixedClass(int Class, string Reason, string Approval);

/// <summary>A teacher team, formed and published before the draw (DOMAIN.md 3.3 B7).</summary>
/// <param name="Code">Stands for it in the draw.</param>
/// <param name="Leader">The form teacher.</param>
/// <param name="OwnChild">Ticket of a pupil whose class this team must not get.</param>
public sealed record RosterTeam(string Code, string Leader, string? OwnChild);
