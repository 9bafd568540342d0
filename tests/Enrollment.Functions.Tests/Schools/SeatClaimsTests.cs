using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Functions.Schools;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Schools;

/// <summary>Promise P6, second half (RELIABILITY.md section 7): no place is oversold. SEAT_ROUNDS=1000 is the long form.</summary>
public sealed class SeatClaimsTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const int Plan = 100, Children = 1000, AtOnce = 32;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("SEAT_ROUNDS") ?? "1", CultureInfo.InvariantCulture);
    private static readonly CancellationToken None = CancellationToken.None;

    private SeatClaims Seats => fixture.Service.Get<SeatClaims>();

    [Fact]
    public async Task Claim_ThousandChildrenForAHundredPlaces_ExactlyAHundredWin()
    {
        var school = SchoolCode.Parse("LC001");
        for (var round = 0; round < Rounds; round++)
        {
            var children = Enumerable.Range(0, Children).Select(_ => SomeHomes.Application()).ToList();
            var taken = new System.Collections.Concurrent.ConcurrentDictionary<int, ApplicationId>();

            await Parallel.ForEachAsync(children, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (child, token) =>
            {
                if (await Seats.ClaimAsync(school, 2026, Plan, child, token) is SeatClaim.Taken seat)
                    Assert.True(taken.TryAdd(seat.Seat, child), $"round {round}: seat {seat.Seat} was given twice");
            });

            Assert.Equal(Enumerable.Range(1, Plan), taken.Keys.Order());
            // The next round begins with an empty school.
            await Parallel.ForEachAsync(taken.Values, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (child, token) => await Seats.ReleaseAsync(school, 2026, child, token));
        }
    }

    [Fact]
    public async Task Claim_TheSameChildManyTimes_HasOneSeat()
    {
        var (school, child) = (SchoolCode.Parse("LC002"), SomeHomes.Application());

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Seats.ClaimAsync(school, 2026, 5, child, None)));

        Assert.Single(claims.Distinct());
        Assert.IsType<SeatClaim.Taken>(claims[0]);
    }

    [Fact]
    public async Task Release_SeatsGivenBack_AreGivenAgain()
    {
        var (school, first, second) = (SchoolCode.Parse("LC003"), SomeHomes.Application(), SomeHomes.Application());
        Assert.Equal(new SeatClaim.Taken(1), await Seats.ClaimAsync(school, 2026, 1, first, None));
        Assert.Equal(new SeatClaim.Full(), await Seats.ClaimAsync(school, 2026, 1, second, None));

        Assert.True(await Seats.ReleaseAsync(school, 2026, first, None));
        Assert.False(await Seats.ReleaseAsync(school, 2026, first, None));

        Assert.Equal(new SeatClaim.Taken(1), await Seats.ClaimAsync(school, 2026, 1, second, None));
        Assert.Equal(new SeatClaim.Full(), await Seats.ClaimAsync(school, 2026, 1, first, None));
    }
}
