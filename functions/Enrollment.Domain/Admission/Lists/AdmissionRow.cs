using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>A child as the round sees it: what decides, and nothing that tells who it is.</summary>
/// <param name="Ticket">Stands for the child in public.</param>
/// <param name="Group">Code of the order group the child was established in.</param>
/// <param name="Levels">For each sub-order of the group the index of the child's level in it.</param>
/// <param name="Settled">When the child's register was settled in the area; needed where that decides.</param>
/// <param name="ParentSettled">The parent's date, the first tie-break; a child without one comes after those with one.</param>
/// <param name="Zone">The single-school zone the home lies in.</param>
/// <param name="ChoiceZone">The multi-school zone the home lies in.</param>
/// <param name="Choices">Schools the family ranked, best first.</param>
/// <param name="Bundle">Children with one number stay together.</param>
/// <param name="OffPlan">Why the child's seat leaves the plan first; null for all others.</param>
/// <param name="IsLate">Applied after the window: takes part in late stages alone.</param>
/// <param name="Area">The home area.</param>
public sealed record AdmissionRow(RowCode Ticket, string Group, IReadOnlyList<int> Levels, DateOnly? Settled, DateOnly? ParentSettled, ZoneCode? Zone,
    ZoneCode? ChoiceZone, IReadOnlyList<SchoolCode> Choices, int? Bundle, OffPlanSeat? OffPlan, bool IsLate, int Area);

/// <summary>Why a seat leaves the plan before anything is decided (DOMAIN.md 1.4 step 1).</summary>
public enum OffPlanSeat
{
    /// <summary>Preferential treatment (教育优待, C2).</summary>
    Preferential,
    /// <summary>A recognized talent's child (C2t).</summary>
    Talent,
    /// <summary>A child with a disability (C10).</summary>
    Disabled,
    /// <summary>An approved transfer.</summary>
    Transfer,
}
