using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Schools;

namespace Enrollment.Functions.Tests.Schools;

/// <summary>Homes and families who claim them; each test takes homes of its own.</summary>
internal static class SomeHomes
{
    public static readonly PlaceLockPolicy Policy = new(new PlaceLockParameters(new DateOnly(2021, 3, 1), Years: 6, new DateOnly(2026, 9, 1), SameHouseholderExempt: true));
    private static int _homes;

    public static UnitNumber Next()
    {
        Assert.True(UnitNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"350502999999GB{Interlocked.Increment(ref _homes):00000}F00000001"), out var unit));
        return unit;
    }

    public static ApplicationId Application() => ApplicationId.FromBytes(Guid.NewGuid().ToByteArray());

    public static HomeClaim Claim(UnitNumber home, ApplicationId? application = null, string? householder = null, bool isMunicipal = true) => new(application ?? Application(), home,
        new DateOnly(2022, 5, 1), new DateOnly(2022, 6, 1), householder ?? Guid.NewGuid().ToString(), SchoolCode.Parse("LC018"), isMunicipal, IsTight: false);
}
