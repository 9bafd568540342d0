using System.Text.Json;
using CsCheck;
using Enrollment.Cli;
using Enrollment.Domain.Tests.Identity;

namespace Enrollment.Domain.Tests.Cli;

public sealed class CheckIdTests
{
    [Theory]
    [InlineData("zh", "350502 福建省泉州市鲤城区", "2020-02-29", "男")]
    [InlineData("en", "350502 Licheng, Quanzhou, Fujian", "2020-02-29", "male")]
    public void Check_NumberThatHolds_SaysWhatItSaysAndExits0(string language, params string[] expected)
    {
        var (exitCode, output, error) = Enroll("id", "check", "350502202002290036", "--lang", language);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.All(expected, part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "校验码")]
    [InlineData("en", "mistyped")]
    public void Check_NumberThatDoesNotHold_SaysWhyAndExits1(string language, string sentence)
    {
        var (exitCode, output, _) = Enroll("id", "check", "350502202002290037", "--lang", language);

        Assert.Equal(1, exitCode);
        Assert.Contains("identity-number-check-digit", output, StringComparison.Ordinal);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WithoutLanguage_SpeaksChinese() =>
        Assert.Contains("号码符合规则", Enroll("id", "check", "350502202002290036").Output, StringComparison.Ordinal);

    [Fact]
    public void Check_Json_IsOneObjectWithTheFinding()
    {
        var (exitCode, output, _) = Enroll("id", "check", "11010519491231002x", "--json", "--lang", "en");

        Assert.Equal(0, exitCode);
        Assert.Equal("""
            {"valid":true,"kind":"CitizenId","fault":null,"message":"The number is well-formed. Whether it was issued, only the police register knows.","number":"110***2X","areaCode":"110105","areaName":"Beijing","birthDate":"1949-12-31","sex":"Female","synthetic":false}
            """, output.Trim());
    }

    [Fact]
    public void Check_SyntheticNumber_SaysSo()
    {
        using var finding = JsonDocument.Parse(Enroll("id", "check", SomeNumbers.WithCheck("35990120200229003"), "--json").Output);

        Assert.True(finding.RootElement.GetProperty("synthetic").GetBoolean());
        Assert.Contains("虚构", finding.RootElement.GetProperty("areaName").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ResidencePermitHongKongMacaoTaiwan", "810000202002290030", 1)]
    [InlineData("HomeReturnPermit", "H12345678", 0)]
    [InlineData("homereturnpermit", "X12345678", 1)]
    [InlineData("TaiwanPass", "12345678", 0)]
    public void Check_OtherPapers_AreJudgedByTheirOwnForm(string kind, string number, int expected) =>
        Assert.Equal(expected, Enroll("id", "check", number, "--kind", kind).ExitCode);

    [Theory]
    [InlineData]
    [InlineData("id")]
    [InlineData("id", "check")]
    [InlineData("id", "chek", "x")]
    [InlineData("id", "check", "1", "2")]
    [InlineData("id", "check", "1", "--kind", "Passport")]
    [InlineData("id", "check", "1", "--kind", "2")]
    [InlineData("id", "check", "1", "--lang", "fr")]
    [InlineData("id", "check", "1", "--lang")]
    [InlineData("id", "check", "1", "--lang", "en", "--lang", "zh")]
    [InlineData("--no-such-option")]
    public void Enroll_CommandNotUnderstood_ExplainsOnErrorAndExits2(params string[] args)
    {
        var (exitCode, output, error) = Enroll(args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Check_AnyNumber_IsNeverShownWhole() => Gen.OneOf(SomeNumbers.CitizenId, SomeNumbers.Digits17, SomeNumbers.CreditCode).Sample(text =>
    {
        var (_, output, error) = Enroll("id", "check", text);

        return !(output + error).Contains(text[3..^2], StringComparison.Ordinal);
    });

    // Where a file's name would be read as a response file, its lines would become arguments and stand in error messages.
    [Fact]
    public void Check_NumberBeginningWithAt_IsNotReadAsAFile() =>
        Assert.Equal(1, Enroll("id", "check", $"@{typeof(CheckIdTests).Assembly.Location}").ExitCode);

    [Fact]
    public void Check_HostileText_IsRefusedWithoutAnException() =>
        Assert.All(Hostile.Texts.OfType<string>(), text => Assert.InRange(Enroll("id", "check", text).ExitCode, 1, 2));

    private static (int ExitCode, string Output, string Error) Enroll(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = Program.Run(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
