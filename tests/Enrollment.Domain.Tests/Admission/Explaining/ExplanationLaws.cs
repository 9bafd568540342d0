using CsCheck;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Explaining;
using Enrollment.Domain.Admission.Lists;

namespace Enrollment.Domain.Tests.Admission.Explaining;

public sealed class ExplanationLaws
{
    private const int Districts = 2_000;

    /// <summary>
    /// What an explanation names as needed is put to the test: the child is given just that, everybody else stays as they were, and the round
    /// is run again. Then the child is at that school, or at one it was tried at before.
    /// </summary>
    [Fact]
    public void Needed_GivenToTheChild_WouldHaveBeenEnough()
    {
        var tested = 0;
        Gen.Select(RandomDistricts.Crowded, Gen.Int).Sample((list, seed) =>
        {
            var lots = AdmissionLots.Draw(list, Rounds.Seed(seed));
            var explanations = AdmissionExplanations.Of(Allocate.Admit(list, lots));
            foreach (var row in list.Rows)
            {
                var explanation = explanations.For(row.Ticket)!;
                foreach (var tried in explanation.Tried.Where(tried => tried.Needed is not null && tried.Needed.Group == row.Group))
                {
                    var before = explanation.Tried.TakeWhile(other => other != tried).Select(other => other.School).Append(tried.School).ToHashSet();
                    var place = Allocate.Admit(Given(list, row, tried.Needed!), Before(list, lots, row, tried.Needed!.Lot)).Places.Single(place => place.Ticket == row.Ticket);

                    Assert.True(before.Contains(place.School!), $"{row.Ticket} with {tried.Needed} is at {place.School} and not at {tried.School}");
                    Interlocked.Increment(ref tested);
                }
            }
        }, iter: Districts);

        Assert.True(tested > Districts / 4, $"{tested} of them");
    }

    [Fact]
    public void For_EveryChildOfAnyDistrict_SaysWhereAndWhy() =>
        Gen.Select(RandomDistricts.Any, Gen.Int).Sample((list, seed) =>
        {
            var result = Allocate.Admit(list, Rounds.Seed(seed));
            var explanations = AdmissionExplanations.Of(result);
            AdmissionRow RowOf(AdmissionPlace place) => list.Rows.Single(row => row.Ticket == place.Ticket);
            foreach (var place in result.Places)
            {
                var explanation = explanations.For(place.Ticket)!;
                Assert.Equal((place.School, place.Stage, place.Lot), (explanation.School, explanation.Stage, explanation.Lot));
                Assert.InRange(explanation.Position, 1, explanation.Of);
                var isTriedFor = explanation.Outcome is not (AdmissionOutcome.Coordinated or AdmissionOutcome.PublicRegistration);
                Assert.Equal(isTriedFor ? [place.School!] : [], explanation.Tried.Where(tried => tried.Reason is TriedReason.Admitted).Select(tried => tried.School));
                // A school that is nearer and was not given is full in the end: nobody walks past a free place.
                Assert.All(explanation.Nearer, nearer => Assert.True(
                    result.Places.Count(other => other.School == nearer.School) >= list.Schools.Single(school => school.Code == nearer.School).Plan - (RowOf(place).Bundle is null ? 0 : BundleSize(list, RowOf(place)) - 1)));
                // Not at the area school although it was tried: the explanation says why.
                Assert.All(explanation.Tried.Where(tried => tried.School != place.School), tried => Assert.NotEqual(TriedReason.Admitted, tried.Reason));
            }
        }, iter: Districts);

    private static int BundleSize(AdmissionList list, AdmissionRow child) => list.Rows.Count(row => row.Bundle == child.Bundle);

    private static AdmissionList Given(AdmissionList list, AdmissionRow child, OrderPosition needed)
    {
        var group = list.Groups.Single(group => group.Code == needed.Group);
        int[] levels = [.. needed.Levels.Select((name, i) => group.SubOrders[i].ToList().IndexOf(name))];
        return list with { Rows = [.. list.Rows.Select(row => IsOf(child, row) ? Moved(row, levels, needed) : row)] };
    }

    private static AdmissionRow Moved(AdmissionRow row, int[] levels, OrderPosition needed) => needed.Settled is null
        ? row with { Levels = levels }
        : row with { Levels = levels, Settled = needed.Settled, ParentSettled = needed.ParentSettled };

    /// <summary>The child's unit draws the needed number; those from it on draw one more, up to the one the unit had.</summary>
    private static AdmissionLots Before(AdmissionList list, AdmissionLots lots, AdmissionRow child, int needed)
    {
        var own = lots.Numbers[child.Ticket];
        if (needed > own)
            return lots;
        return lots with { Numbers = lots.Numbers.ToDictionary(pair => pair.Key, pair => pair.Value == own ? needed : pair.Value >= needed && pair.Value < own ? pair.Value + 1 : pair.Value) };
    }

    private static bool IsOf(AdmissionRow child, AdmissionRow row) => row.Ticket == child.Ticket || (child.Bundle is not null && row.Bundle == child.Bundle);
}
