using CsCheck;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Identity;

public sealed class IdentityDocumentTests
{
    private static readonly (IdentityDocumentKind Kind, Gen<string> Numbers)[] Kinds =
    [
        (IdentityDocumentKind.CitizenId, SomeNumbers.CitizenId),
        (IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan, SomeNumbers.HongKongMacaoTaiwanPermit),
        (IdentityDocumentKind.HomeReturnPermit, SomeNumbers.HomeReturnPermit),
        (IdentityDocumentKind.TaiwanPass, SomeNumbers.TaiwanPass),
    ];

    private static readonly Gen<(IdentityDocumentKind Kind, string Text)> Papers =
        Gen.OneOf([.. Kinds.Select(of => of.Numbers.Select(text => (of.Kind, text)))]);

    [Theory]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, " h12345678", "H12345678")]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "M00000001 ", "M00000001")]
    [InlineData(IdentityDocumentKind.TaiwanPass, " 12345678 ", "12345678")]
    [InlineData(IdentityDocumentKind.CitizenId, "11010519491231002x", "11010519491231002X")]
    public void TryParse_NumberOfItsKind_IsNormalized(IdentityDocumentKind kind, string text, string number) =>
        Assert.Equal(number, Held(kind, text).Number);

    [Theory]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "H1234567", FaultCode.IdentityNumberLength)]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "", FaultCode.IdentityNumberLength)]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "12345678", FaultCode.IdentityNumberLength)]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "A12345678", FaultCode.IdentityNumberCharacters)]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "112345678", FaultCode.IdentityNumberCharacters)]
    [InlineData(IdentityDocumentKind.HomeReturnPermit, "H1234567A", FaultCode.IdentityNumberCharacters)]
    [InlineData(IdentityDocumentKind.TaiwanPass, "H12345678", FaultCode.IdentityNumberLength)]
    [InlineData(IdentityDocumentKind.TaiwanPass, "1234567A", FaultCode.IdentityNumberCharacters)]
    [InlineData((IdentityDocumentKind)99, "12345678", FaultCode.UnknownValue)]
    public void TryParse_NumberThatDoesNotHold_NamesItsFault(IdentityDocumentKind kind, string text, FaultCode expected)
    {
        Assert.Equal(expected, IdentityDocument.TryParse(kind, text, out var document));
        Assert.Null(document);
    }

    [Theory]
    [InlineData("810000", true)]
    [InlineData("820000", true)]
    [InlineData("830000", true)]
    [InlineData("810001", false)]
    [InlineData("710000", false)]
    [InlineData("350502", false)]
    public void TryParse_ResidencePermit_TakesItsThreeAreasOnly(string area, bool holds) =>
        Assert.Equal(holds ? null : FaultCode.IdentityNumberRegion, IdentityDocument.TryParse(
            IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan, SomeNumbers.WithCheck(area + "20200229003"), out _));

    [Theory]
    [InlineData("810000", false)]
    [InlineData("810001", false)]
    [InlineData("829999", false)]
    [InlineData("830000", false)]
    [InlineData("350502", true)]
    [InlineData("710000", true)]
    public void TryParse_CitizenId_TakesNoPermitArea(string area, bool holds) =>
        Assert.Equal(holds ? null : FaultCode.IdentityNumberRegion, IdentityDocument.TryParse(
            IdentityDocumentKind.CitizenId, SomeNumbers.WithCheck(area + "20200229003"), out _));

    [Fact]
    public void TryParse_ValidNumber_RoundTrips() => Papers.Sample(paper =>
    {
        var document = Held(paper.Kind, paper.Text);

        return document.Number == paper.Text && document == Held(paper.Kind, document.Number) && document.Citizen?.Value is null == paper.Text.Length < 18;
    });

    [Fact]
    public void ToString_AnyNumber_ShowsFirstThreeAndLastTwoOnly() =>
        Papers.Sample(paper => $"{Held(paper.Kind, paper.Text)}" == paper.Text[..3] + "***" + paper.Text[^2..]);

    [Fact]
    public void TryParse_HostileText_NeverThrowsAndNeverHolds()
    {
        foreach (var (kind, numbers) in Kinds)
        {
            Assert.All(Hostile.Texts, text => Assert.NotNull(IdentityDocument.TryParse(kind, text, out _)));
            Hostile.Near(numbers).Sample(text => IdentityDocument.TryParse(kind, text, out var document) is null == document is not null, iter: 3_000);
        }
    }

    private static IdentityDocument Held(IdentityDocumentKind kind, string text)
    {
        Assert.Null(IdentityDocument.TryParse(kind, text, out var document));
        return document!;
    }
}
