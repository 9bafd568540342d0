using CsCheck;
using Enrollment.Domain.Admission.Allocation;
using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Placement;

namespace Enrollment.Domain.Tests.Admission.Allocation;

public sealed class AllocationLaws
{
    private const int Districts = 10_000;
    private const int Fewer = 1_000;

    [Fact]
    public void Admit_AnyDistrict_BreaksNoInvariant() =>
        Gen.Select(RandomDistricts.Any, Gen.Int).Sample((list, seed) =>
        {
            var result = Allocate.Admit(list, Rounds.Seed(seed));

            Assert.Empty(AdmissionInvariants.Check(list, result));
        }, iter: Districts);

    [Fact]
    public void Admit_RowsInAnotherOrder_GivesTheSameBytes() =>
        Gen.Select(RandomDistricts.Any, Gen.Int).Sample((list, seed) =>
        {
            var mixed = list with { Rows = [.. list.Rows.OrderBy(row => Other(row.Ticket))] };

            Assert.Equal(list.ToLines(), mixed.ToLines());
            Assert.Equal(Allocate.Admit(list, Rounds.Seed(seed)).ToLines(), Allocate.Admit(mixed, Rounds.Seed(seed)).ToLines());
        }, iter: Fewer);

    /// <summary>With their lot numbers, that is: a ticket decides nothing but which number one gets.</summary>
    [Fact]
    public void Admit_TicketsRenamed_GivesEveryChildTheSamePlace() =>
        Gen.Select(RandomDistricts.Any, Gen.Int).Sample((list, seed) =>
        {
            var lots = AdmissionLots.Draw(list, Rounds.Seed(seed));
            var renamed = list with { Rows = [.. list.Rows.Select(row => row with { Ticket = Other(row.Ticket) })] };
            var otherLots = lots with { Numbers = lots.Numbers.ToDictionary(pair => Other(pair.Key), pair => pair.Value) };

            var places = Allocate.Admit(list, lots).Places;
            var otherPlaces = Allocate.Admit(renamed, otherLots).Places.ToDictionary(place => place.Ticket);

            Assert.All(places, place => Assert.Equal(place with { Ticket = Other(place.Ticket) }, otherPlaces[Other(place.Ticket)]));
        }, iter: Fewer);

    [Fact]
    public void Parse_OfAnyListAndResult_GivesThemBack() =>
        Gen.Select(RandomDistricts.Any, Gen.Int).Sample((list, seed) =>
        {
            var read = Assert.IsType<AdmissionListReading.Read>(AdmissionList.Parse(list.ToLines())).List;
            var result = Allocate.Admit(list, Rounds.Seed(seed));

            Assert.Equal(list.ToLines(), read.ToLines());
            Assert.Empty(read.Check());
            Assert.Equal(result.ToLines(), AdmissionResult.Parse(read, result.ToLines())!.ToLines());
        }, iter: Fewer);

    private static RowCode Other(RowCode ticket)
    {
        Assert.True(ulong.TryParse(ticket.ToString(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var value));
        return RowCode.Of(value * 0x9E3779B97F4A7C15);
    }
}
