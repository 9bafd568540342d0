using CsCheck;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Identity;

public sealed class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91310115591693856A", "310115")]
    [InlineData("12350502MB0000000D", "350502")]
    public void TryParse_PublishedCode_Holds(string text, string area)
    {
        var code = Held(text);

        Assert.Equal((text, area, text), (code.Value, code.AreaCode, code.ToString()));
    }

    [Theory]
    [InlineData("91310115591693856")]
    [InlineData("91310115591693856AA")]
    [InlineData("91310115591693856B")]
    [InlineData("91310115591693856I")]
    [InlineData("91310115S91693856A")]
    [InlineData("9131 115591693856A")]
    [InlineData("913101155916938-6A")]
    public void TryParse_MalformedCode_IsRefused(string text)
    {
        Assert.Equal(FaultCode.CreditCodeInvalid, UnifiedSocialCreditCode.TryParse(text, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void TryParse_LetterInTheArea_IsRefusedThoughTheCheckCharacterHolds()
    {
        const string body = "9131A115591693856";

        Assert.NotNull(UnifiedSocialCreditCode.TryParse(body + CheckCharacterOracle.Gb32100(body), out _));
    }

    [Fact]
    public void CheckCharacter_AnySeventeenCharacters_IsTheOraclesOne() =>
        SomeNumbers.CreditCode.Sample(code => UnifiedSocialCreditCode.CheckCharacter(code) == CheckCharacterOracle.Gb32100(code), iter: 10_000);

    [Fact]
    public void TryParse_AnyOneCharacterChanged_IsRefused() => SomeNumbers.CreditCode.Sample(text =>
    {
        foreach (var (at, character) in Enumerable.Range(0, 18).SelectMany(at => Alphabet.Where(c => c != text[at]).Select(c => (at, c))))
            Assert.NotNull(UnifiedSocialCreditCode.TryParse(Hostile.Replace(text, at, character), out _));
    });

    [Fact]
    public void CheckCharacter_AnyTwoNeighborsSwapped_NoLongerFits() => SomeNumbers.CreditCode.Sample(text =>
    {
        foreach (var swapped in Enumerable.Range(0, 17).Where(at => text[at] != text[at + 1]).Select(at => Hostile.SwapWithNext(text, at)))
            Assert.NotEqual(swapped[17], UnifiedSocialCreditCode.CheckCharacter(swapped));
    });

    [Fact]
    public void TryParse_ValidCode_RoundTrips() => SomeNumbers.CreditCode.Sample(text => Held(text).Value == text);

    [Fact]
    public void TryParse_WhiteSpaceAroundAndLowerCase_AreNormalized() =>
        SomeNumbers.CreditCode.Sample(text => Held($" {text.ToLowerInvariant()}\u00A0") == Held(text));

    [Fact]
    public void TryParse_HostileText_NeverThrowsAndNeverHolds()
    {
        Assert.All(Hostile.Texts, text => Assert.NotNull(UnifiedSocialCreditCode.TryParse(text, out _)));
        Hostile.Near(SomeNumbers.CreditCode).Sample(text => UnifiedSocialCreditCode.TryParse(text, out var code) is null == code is not null, iter: 10_000);
    }

    [Theory]
    [MemberData(nameof(OtherCulture.Names), MemberType = typeof(OtherCulture))]
    public void TryParse_InAnyCulture_ReadsTheSame(string culture) =>
        OtherCulture.Run(culture, () => Assert.Equal("12350502MB0000000D", Held("12350502mb0000000d").Value));

    private static UnifiedSocialCreditCode Held(string text)
    {
        Assert.Null(UnifiedSocialCreditCode.TryParse(text, out var code));
        return code!;
    }
}
