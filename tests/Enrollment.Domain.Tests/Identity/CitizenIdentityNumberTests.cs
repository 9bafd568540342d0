using CsCheck;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Identity;

public sealed class CitizenIdentityNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", "110105", "1949-12-31", Sex.Female)] // GB 11643-1999, the standard's own example
    [InlineData("350502201908310019", "350502", "2019-08-31", Sex.Male)]
    [InlineData("350502201909010026", "350502", "2019-09-01", Sex.Female)]
    [InlineData("350502202002290036", "350502", "2020-02-29", Sex.Male)]
    public void TryParse_PublishedNumber_SaysAreaBirthDateAndSex(string text, string area, string birthDate, Sex sex)
    {
        var number = Held(text);

        Assert.Equal((text, area, DateOnly.Parse(birthDate, System.Globalization.CultureInfo.InvariantCulture), sex),
            (number.Value, number.AreaCode, number.BirthDate, number.Sex));
    }

    [Theory]
    [InlineData(null, FaultCode.IdentityNumberLength)]
    [InlineData("350502201908310", FaultCode.IdentityNumberLength)] // the 15 digits of before 1999
    [InlineData("3505022019083100190", FaultCode.IdentityNumberLength)]
    [InlineData("35050220190831O019", FaultCode.IdentityNumberCharacters)]
    [InlineData("3505022019083100X9", FaultCode.IdentityNumberCharacters)]
    [InlineData("35050220190831001Y", FaultCode.IdentityNumberCharacters)]
    [InlineData("350502 01908310019", FaultCode.IdentityNumberCharacters)]
    [InlineData("350502201908３10019", FaultCode.IdentityNumberCharacters)] // full-width 3
    [InlineData("350502201908310٠19", FaultCode.IdentityNumberCharacters)] // Arabic-Indic 0
    [InlineData("990502201908310019", FaultCode.IdentityNumberRegion)]
    [InlineData("000000201908310019", FaultCode.IdentityNumberRegion)]
    [InlineData("911105201908310019", FaultCode.IdentityNumberRegion)] // a foreigner's permanent residence card
    [InlineData("350502201913310019", FaultCode.IdentityNumberBirthDate)]
    [InlineData("350502201908310018", FaultCode.IdentityNumberCheckDigit)]
    [InlineData("35050220190831001X", FaultCode.IdentityNumberCheckDigit)]
    [InlineData("99050220191331001Y", FaultCode.IdentityNumberCharacters)] // everything wrong: characters are judged first
    [InlineData("990502201913310018", FaultCode.IdentityNumberRegion)] // then the region
    [InlineData("350502201913310018", FaultCode.IdentityNumberBirthDate)] // then the birth date
    public void TryParse_NumberThatDoesNotHold_NamesItsFirstFault(string? text, FaultCode expected)
    {
        var fault = CitizenIdentityNumber.TryParse(text, out var number);

        Assert.Equal(expected, fault);
        Assert.Null(number);
    }

    [Theory]
    [InlineData("20200229", true)]
    [InlineData("20000229", true)] // divisible by 400
    [InlineData("19000229", false)] // divisible by 100 only
    [InlineData("20190229", false)]
    [InlineData("20191130", true)]
    [InlineData("20191131", false)]
    [InlineData("20190931", false)]
    [InlineData("20190800", false)]
    [InlineData("20190001", false)]
    [InlineData("20191301", false)]
    [InlineData("00000101", false)]
    public void TryParse_BirthDate_MustStandInTheCalendar(string date, bool holds)
    {
        var fault = CitizenIdentityNumber.TryParse(SomeNumbers.WithCheck($"350502{date}001"), out _);

        Assert.Equal(holds ? null : FaultCode.IdentityNumberBirthDate, fault);
    }

    [Theory]
    [InlineData("359900", false)]
    [InlineData("359901", true)]
    [InlineData("359950", true)]
    [InlineData("359999", true)]
    [InlineData("350099", false)]
    [InlineData("350502", false)]
    [InlineData("369901", false)]
    public void IsSynthetic_Area_OnlyFrom359901To359999(string area, bool synthetic) =>
        Assert.Equal(synthetic, Held(SomeNumbers.WithCheck(area + "20200229003")).IsSynthetic);

    [Fact]
    public void Sex_AnyNumber_IsMaleWhenDigit17IsOdd() =>
        SomeNumbers.CitizenId.Sample(text => Held(text).Sex == ("13579".Contains(text[16], StringComparison.Ordinal) ? Sex.Male : Sex.Female));

    [Fact]
    public void TryParse_ValidNumber_RoundTrips() =>
        SomeNumbers.CitizenId.Sample(text => Held(text).Value == text && Held(text) == Held(Held(text).Value));

    [Fact]
    public void TryParse_WhiteSpaceAroundAndLowerCase_AreNormalized() =>
        SomeNumbers.CitizenId.Sample(text => Held($" \t{text.ToLowerInvariant()}\u3000\n") == Held(text));

    [Fact]
    public void ToString_AnyNumber_ShowsFirstThreeAndLastTwoOnly() =>
        SomeNumbers.CitizenId.Sample(text => Held(text).ToString() == text[..3] + new string('*', 13) + text[16..]);

    [Fact]
    public void TryParse_HostileText_NeverThrowsAndNeverHolds()
    {
        Assert.All(Hostile.Texts, text => Assert.NotNull(CitizenIdentityNumber.TryParse(text, out _)));
        Hostile.Near(SomeNumbers.CitizenId).Sample(text => CitizenIdentityNumber.TryParse(text, out var number) is null == number is not null, iter: 10_000);
    }

    [Theory]
    [MemberData(nameof(OtherCulture.Names), MemberType = typeof(OtherCulture))]
    public void TryParse_InAnyCulture_ReadsTheSame(string culture) => OtherCulture.Run(culture, () =>
    {
        var number = Held("11010519491231002x");

        Assert.Equal(("11010519491231002X", new DateOnly(1949, 12, 31), "110*************2X"), (number.Value, number.BirthDate, number.ToString()));
        Assert.Equal(FaultCode.IdentityNumberBirthDate, CitizenIdentityNumber.TryParse(SomeNumbers.WithCheck("35050220191131001"), out _));
    });

    private static CitizenIdentityNumber Held(string text)
    {
        Assert.Null(CitizenIdentityNumber.TryParse(text, out var number));
        return number!;
    }
}
