using System.Globalization;
using CsCheck;

namespace Enrollment.Domain.Tests.Identity;

/// <summary>Valid numbers of every kind, made with the oracle's check characters and never with the code under test.</summary>
internal static class SomeNumbers
{
    private static readonly Gen<string> MainlandProvince = Gen.OneOf("11", "15", "23", "31", "35", "37", "44", "46", "50", "54", "65");

    private static readonly Gen<DateOnly> BirthDate =
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    public static readonly Gen<string> Digits17 = Gen.Char['0', '9'].Array[17].Select(digits => new string(digits));

    public static readonly Gen<string> CitizenId = OfArea(Gen.Select(MainlandProvince, Digits(4), string.Concat));

    public static readonly Gen<string> HongKongMacaoTaiwanPermit = OfArea(Gen.OneOf("810000", "820000", "830000"));

    public static readonly Gen<string> HomeReturnPermit = Gen.Select(Gen.OneOf("H", "M"), Digits(8), string.Concat);

    public static readonly Gen<string> TaiwanPass = Digits(8);

    public static readonly Gen<string> CreditCode = Gen.Select(CreditCharacters(2), Digits(6), CreditCharacters(9), string.Concat)
        .Select(body => body + CheckCharacterOracle.Gb32100(body));

    public static readonly Gen<string> Mobile = Gen.Select(Gen.Char['3', '9'], Digits(9), (second, rest) => $"1{second}{rest}");

    public static string WithCheck(string digits17) => digits17 + CheckCharacterOracle.Gb11643(digits17);

    private static Gen<string> OfArea(Gen<string> area) => Gen.Select(area, BirthDate, Digits(3), (a, born, sequence) =>
        WithCheck(a + born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + sequence));

    private static Gen<string> Digits(int count) => Gen.Char['0', '9'].Array[count].Select(digits => new string(digits));

    private static Gen<string> CreditCharacters(int count) =>
        Gen.OneOf("0123456789ABCDEFGHJKLMNPQRTUWXY".ToCharArray()).Array[count].Select(characters => new string(characters));
}
