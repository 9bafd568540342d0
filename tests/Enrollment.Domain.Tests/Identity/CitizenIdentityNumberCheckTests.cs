using CsCheck;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Identity;

/// <summary>What GB 11643 promises of its check character (ISO 7064 MOD 11-2): every single error and every swap of neighbors is found.</summary>
public sealed class CitizenIdentityNumberCheckTests
{
    [Fact]
    public void CheckCharacter_AnySeventeenDigits_IsTheOraclesOne() =>
        SomeNumbers.Digits17.Sample(digits => CitizenIdentityNumber.CheckCharacter(digits) == CheckCharacterOracle.Gb11643(digits), iter: 10_000);

    [Fact]
    public void CheckCharacter_AnyOneDigitChanged_ChangesToo() => SomeNumbers.Digits17.Sample(digits =>
    {
        var check = CitizenIdentityNumber.CheckCharacter(digits);
        foreach (var changed in OneDigitChanged(digits))
            Assert.NotEqual(check, CitizenIdentityNumber.CheckCharacter(changed));
    });

    [Fact]
    public void TryParse_AnyOneCharacterChanged_IsRefused() => SomeNumbers.CitizenId.Sample(text =>
    {
        foreach (var changed in OneDigitChanged(text[..17]).Select(digits => digits + text[17]))
            Assert.NotNull(CitizenIdentityNumber.TryParse(changed, out _));
        foreach (var check in "0123456789X".Where(c => c != text[17]))
            Assert.Equal(FaultCode.IdentityNumberCheckDigit, CitizenIdentityNumber.TryParse(text[..17] + check, out _));
    });

    [Fact]
    public void TryParse_AnyTwoNeighborsSwapped_IsRefused() => SomeNumbers.CitizenId.Sample(text =>
    {
        foreach (var at in Enumerable.Range(0, 17).Where(at => text[at] != text[at + 1]))
            Assert.NotNull(CitizenIdentityNumber.TryParse(Hostile.SwapWithNext(text, at), out _));
    });

    [Fact]
    public void CheckCharacter_TwoNeighborsSwapped_Changes() => SomeNumbers.Digits17.Sample(digits =>
    {
        foreach (var at in Enumerable.Range(0, 16).Where(at => digits[at] != digits[at + 1]))
            Assert.NotEqual(CitizenIdentityNumber.CheckCharacter(digits), CitizenIdentityNumber.CheckCharacter(Hostile.SwapWithNext(digits, at)));
    });

    private static IEnumerable<string> OneDigitChanged(string digits) =>
        from at in Enumerable.Range(0, digits.Length)
        from digit in "0123456789"
        where digit != digits[at]
        select Hostile.Replace(digits, at, digit);
}
