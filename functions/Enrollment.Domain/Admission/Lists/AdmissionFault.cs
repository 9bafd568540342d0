using System.Globalization;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>One thing that keeps a list from being sealed.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Subject">What it is about: a ticket, a school, a zone, a stage, a group, <c>bundle 7</c>, <c>area 12</c>; empty for the whole list.</param>
/// <param name="Detail">What about it: another code or the figures, blank-separated; may be empty.</param>
public sealed record AdmissionFault(AdmissionFaultCode Code, string Subject, string Detail = "")
{
    /// <summary>The code in kebab-case, subject and detail: one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Code.ToString())} {Subject} {Detail}").TrimEnd();
}

/// <summary>Kinds of fault. Added to, never renamed.</summary>
public enum AdmissionFaultCode
{
    /// <summary>A code, name, year or number outside what the canonical form can hold. Detail: which.</summary>
    FieldMalformed,
    /// <summary>Two schools with one code.</summary>
    SchoolTwice,
    /// <summary>Two zones with one code.</summary>
    ZoneTwice,
    /// <summary>A zone without any school.</summary>
    ZoneWithoutSchool,
    /// <summary>A single-school zone with more than one school. Detail: how many.</summary>
    ZoneWithManySchools,
    /// <summary>A zone with a school that is not in the list, or with one twice. Detail: the school.</summary>
    ZoneSchoolUnknown,
    /// <summary>Two home areas with one id.</summary>
    AreaTwice,
    /// <summary>A home area without a walking distance to a school. Detail: the school.</summary>
    DistanceMissing,
    /// <summary>Two groups with one code.</summary>
    GroupTwice,
    /// <summary>Two stages with one code.</summary>
    StageTwice,
    /// <summary>A stage with a group that is not in the list, or with one twice. Detail: the group.</summary>
    StageGroupUnknown,
    /// <summary>A stage that is open at no school.</summary>
    StageWithoutSchool,
    /// <summary>Children of a group that no stage takes: they could not end with a place. Detail: <c>on-time</c> or <c>late</c>.</summary>
    GroupNotPlaced,
    /// <summary>Two children with one ticket.</summary>
    TicketTwice,
    /// <summary>A child in a group that is not in the list. Detail: the group.</summary>
    GroupUnknown,
    /// <summary>A child whose levels are not those of its group's sub-orders.</summary>
    LevelUnknown,
    /// <summary>A child in a zone that is not in the list. Detail: the zone.</summary>
    ZoneUnknown,
    /// <summary>A child whose single-school zone is a multi-school zone, or the other way round. Detail: the zone.</summary>
    ZoneOfOtherKind,
    /// <summary>A child in a home area that is not in the list. Detail: the area.</summary>
    AreaUnknown,
    /// <summary>A choice no stage that takes the child offers. Detail: the school.</summary>
    ChoiceOutsideOffer,
    /// <summary>A choice named twice. Detail: the school.</summary>
    ChoiceTwice,
    /// <summary>A child without settlement date at a school where it decides. Detail: the school.</summary>
    SettlementDateMissing,
    /// <summary>An off-plan seat of a child no off-plan stage takes.</summary>
    OffPlanStageMissing,
    /// <summary>An off-plan stage after a stage of another kind: the seats would have gone.</summary>
    OffPlanAfterOthers,
    /// <summary>A bundle of one child.</summary>
    BundleOfOne,
    /// <summary>A bundle whose children differ in group, level, zone, choices, home area, off-plan seat or lateness. Detail: in which.</summary>
    BundleDiffers,
    /// <summary>A bundle larger than the plan of any school it could go to. Detail: its children, and the largest plan.</summary>
    PlanBelowBundle,
    /// <summary>More off-plan seats than the school's plan. Detail: seats off the plan, and the plan.</summary>
    PlanBelowOffPlan,
    /// <summary>More children than public places: some would end without a school. Detail: children, places, and how many are missing.</summary>
    SeatsShort,
}
