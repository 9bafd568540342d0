using static Enrollment.Domain.Admission.Lists.AdmissionFaultCode;
using static Enrollment.Domain.Placement.CanonicalText;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>Could a round be run from the list, and would every child end with an outcome? For lists whose parts are sound.</summary>
internal static class OfferCheck
{
    public static IEnumerable<AdmissionFault> Find(StageOffers offers) =>
        [.. Closed(offers), .. offers.List.Rows.SelectMany(row => OfRow(offers, row)), .. NotPlaced(offers), .. OffPlan(offers), .. Bundles(offers)];

    private static IEnumerable<AdmissionFault> Closed(StageOffers offers)
    {
        for (var k = 0; k < offers.List.Stages.Count; k++)
        {
            if (!Enumerable.Range(0, offers.List.Schools.Count).Any(s => offers.IsOpen(k, s)))
                yield return new AdmissionFault(StageWithoutSchool, offers.List.Stages[k].Code);
        }
    }

    private static IEnumerable<AdmissionFault> OfRow(StageOffers offers, AdmissionRow row)
    {
        var stages = StagesOf(offers, row);
        foreach (var choice in row.Choices.Where(choice => !stages.Any(k => offers.Offers(k, row, choice))))
            yield return new AdmissionFault(ChoiceOutsideOffer, row.Ticket.ToString(), choice.Value);
        if (row.OffPlan is not null)
        {
            if (stages.Length == 0)
                yield return new AdmissionFault(OffPlanStageMissing, row.Ticket.ToString());
            yield break;
        }
        foreach (var school in WithoutDate(offers, row))
            yield return new AdmissionFault(SettlementDateMissing, row.Ticket.ToString(), school.Value);
    }

    /// <summary>Schools the child may get that decide by its date of settlement, where the row has none.</summary>
    internal static IEnumerable<SchoolCode> WithoutDate(StageOffers offers, AdmissionRow row) => row.Settled is not null || row.OffPlan is not null ? [] : StagesOf(offers, row)
        .SelectMany(k => offers.Wanted(k, row).Where(s => offers.IsOpen(k, s) && offers.ByDate(k, s))).Distinct().Select(school => offers.List.Schools[school].Code);

    private static IEnumerable<AdmissionFault> NotPlaced(StageOffers offers)
    {
        if (offers.List.Rest is not RestRule.Nobody)
            yield break;
        var left = offers.List.Rows.Where(row => row.OffPlan is null && !StagesOf(offers, row).Any(k => IsForEverybody(offers.List.Stages[k])));
        foreach (var row in left.DistinctBy(row => (row.Group, row.IsLate)).OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.IsLate))
            yield return new AdmissionFault(GroupNotPlaced, row.Group, row.IsLate ? "late" : "on-time");
    }

    /// <summary>A stage that places whoever is left, as long as any public school has a place.</summary>
    internal static bool IsForEverybody(Stage stage) => stage is { Kind: StageKind.Coordinated, Scope: StageScope.Public or StageScope.All };

    private static IEnumerable<AdmissionFault> OffPlan(StageOffers offers)
    {
        var taken = new int[offers.List.Schools.Count];
        foreach (var row in offers.List.Rows.Where(row => row.OffPlan is not null))
        {
            if (StagesOf(offers, row) is [var first, ..] && offers.Wanted(first, row) is [var target])
                taken[target]++;
        }
        for (var s = 0; s < taken.Length; s++)
        {
            if (taken[s] > offers.List.Schools[s].Plan)
                yield return new AdmissionFault(PlanBelowOffPlan, offers.List.Schools[s].Code.Value, $"{Of(taken[s])} {Of(offers.List.Schools[s].Plan)}");
        }
    }

    private static IEnumerable<AdmissionFault> Bundles(StageOffers offers)
    {
        foreach (var bundle in offers.List.Rows.Where(row => row.Bundle is not null).GroupBy(row => row.Bundle!.Value).OrderBy(bundle => bundle.Key))
        {
            var stages = StagesOf(offers, bundle.First());
            var plans = Enumerable.Range(0, offers.List.Schools.Count).Where(s => stages.Any(k => offers.IsOpen(k, s))).Select(s => offers.List.Schools[s].Plan);
            var largest = plans.DefaultIfEmpty(0).Max();
            if (bundle.Count() > largest)
                yield return new AdmissionFault(PlanBelowBundle, $"bundle {Of(bundle.Key)}", $"{Of(bundle.Count())} {Of(largest)}");
        }
    }

    private static int[] StagesOf(StageOffers offers, AdmissionRow row) =>
        [.. Enumerable.Range(0, offers.List.Stages.Count).Where(k => offers.GroupIn(k, row) is not null)];
}
