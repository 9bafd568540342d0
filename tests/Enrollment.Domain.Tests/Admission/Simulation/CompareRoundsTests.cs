using CsCheck;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Admission.Simulation;
using Enrollment.Domain.Admission.Supply;

namespace Enrollment.Domain.Tests.Admission.Simulation;

public sealed class CompareRoundsTests
{
    private static readonly Gen<AdmissionList> Districts = Gen.OneOf(RandomDistricts.Any, RandomDistricts.Crowded);

    [Fact]
    public void Of_NoChange_NobodyMoves() => Gen.Select(Districts, Gen.Int[1, 99]).Sample((list, seed) =>
    {
        var comparison = CompareRounds.Of(list, list, Rounds.Seed(seed));

        Assert.Empty(comparison.Moved);
        Assert.All(comparison.Schools, school => Assert.Equal(school.Before, school.After));
        Assert.All(comparison.CutOffs, cut => Assert.Equal(cut.Before, cut.After));
        Assert.Equal((comparison.ChildrenBefore, comparison.WalkBefore), (comparison.ChildrenAfter, comparison.WalkAfter));
    }, iter: 80);

    /// <summary>Against two runs laid beside each other by hand: same lots, other supply.</summary>
    [Fact]
    public void Of_OtherPlansAndMethods_NamesThoseWhoseSchoolDiffersAndNobodyElse() => Gen.Select(Districts, Gen.Int[1, 99], Gen.Int[0, 4], Gen.Int[1, 9]).Sample((list, seed, school, more) =>
    {
        var changed = list with { Schools = [.. list.Schools.Select((one, s) => s == school % list.Schools.Count ? one with { Plan = one.Plan + more, Method = Other(one.Method) } : one)] };
        if (changed.Check().Count > 0)
            return;
        var lots = AdmissionLots.Draw(list, Rounds.Seed(seed));
        var (was, would) = (Allocate.Admit(list, lots).Places, Allocate.Admit(changed, lots).Places);

        var comparison = CompareRounds.Of(list, changed, Rounds.Seed(seed));

        Assert.Equal(was.Zip(would).Where(pair => pair.First.School != pair.Second.School).Select(pair => pair.First.Ticket), comparison.Moved.Select(child => child.Ticket));
        Assert.Equal(list.Schools.Select(one => would.Count(place => place.School == one.Code)), comparison.Schools.Select(one => one.After.Children));
        Assert.Equal(WalkOf(changed, would), comparison.WalkAfter);
        Assert.Equal(WalkOf(list, was), comparison.WalkBefore);
    }, iter: 80);

    /// <summary>A child that comes or goes shifts no other: who was ahead stays ahead.</summary>
    [Fact]
    public void KeptLots_OfAListWithAChildLessOrMore_KeepTheOrderOfAllOthers() => Gen.Select(Districts, Gen.Int[1, 99], Gen.Int[0, 99], Gen.Bool).Sample((list, seed, which, isLess) =>
    {
        if (list.Rows.Count == 0)
            return;
        var gone = list.Rows[which % list.Rows.Count];
        var shorter = list with { Rows = [.. list.Rows.Where(row => row.Ticket != gone.Ticket)] };
        var (before, after) = isLess ? (list, shorter) : (shorter, list);
        var own = AdmissionLots.Draw(before, Rounds.Seed(seed)).Numbers;

        var kept = KeptLots.For(after, before, Rounds.Seed(seed)).Numbers;

        Assert.Equal(after.Rows.Select(row => row.Ticket).Order(), kept.Keys.Order());
        Assert.Equal(AdmissionLots.Draw(after, Rounds.Seed(seed)).Numbers.Values.Distinct().Order(), kept.Values.Distinct().Order());
        var others = kept.Keys.Where(own.ContainsKey).ToList();
        Assert.All(others.SelectMany(one => others.Select(other => (one, other))).Where(pair => own[pair.one] < own[pair.other]), pair => Assert.True(kept[pair.one] <= kept[pair.other]));
    }, iter: 80);

    private static AdmissionMethod Other(AdmissionMethod method) => method is AdmissionMethod.Lot ? AdmissionMethod.SettlementDate : AdmissionMethod.Lot;

    private static long WalkOf(AdmissionList list, IReadOnlyList<AdmissionPlace> places) => places.Where(place => place.School is not null).Sum(place =>
        (long)list.Areas.Single(area => area.Id == list.Rows.Single(row => row.Ticket == place.Ticket).Area).Meters[list.Schools.ToList().FindIndex(school => school.Code == place.School)]!.Value);
}
