using CsCheck;
using Enrollment.Domain.Admission.Zones;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Admission.Zones;

public sealed class AddressPartsTests
{
    [Theory]
    [InlineData("福建省泉州市鲤城区榕荫街171号泉涌花园16幢1101室", "鲤城区 榕荫街 171 泉涌花园 16")]
    [InlineData("鲤城区榕荫街171号", "鲤城区 榕荫街 171 - -")]
    [InlineData("福建省泉州市鲤城区开元街道清源社区榕荫街 171 号", "鲤城区 榕荫街 171 - -")]
    [InlineData("泉州市鲤城区榕荫街１７１号泉涌花园２栋", "鲤城区 榕荫街 171 泉涌花园 2")]
    [InlineData("鲤城区榕荫街171-3号泉涌花园16号楼2单元301室", "鲤城区 榕荫街 171 泉涌花园 16")]
    [InlineData("鲤城区榕荫街171号之2泉涌花园", "鲤城区 榕荫街 171 泉涌花园 -")]
    [InlineData("鲤城区泉涌花园16幢1101室", "鲤城区 - - 泉涌花园 16")]
    [InlineData("鲤城区泉涌花园16号楼1101室", "鲤城区 - - 泉涌花园 16")]
    [InlineData("鲤城区榕荫街171号1101室", "鲤城区 榕荫街 171 - -")]
    [InlineData("榕荫街171号", "- 榕荫街 171 - -")]
    [InlineData("晋江市榕荫街171号", "晋江市 榕荫街 171 - -")]
    [InlineData("鲤城区榕荫街一百七十一号", "鲤城区 - - 榕荫街一百七十一号 -")]
    [InlineData("鲤城区榕荫街171", "鲤城区 - - 榕荫街 -")]
    [InlineData("鲤城区榕荫街000000171号", "鲤城区 - - 榕荫街 -")]
    [InlineData("鲤城区榕荫街0号", "鲤城区 - - 榕荫街 -")]
    [InlineData("鲤城区12号", "鲤城区 - - - -")]
    public void Of_Address_ReadsWhatIsWritten(string text, string parts)
    {
        var read = Read(text);

        Assert.Equal(parts, $"{read.District ?? "-"} {read.Street ?? "-"} {read.Number?.ToString(Invariant) ?? "-"} {read.Compound ?? "-"} {read.Building?.ToString(Invariant) ?? "-"}");
    }

    [Fact]
    public void Of_AnyText_NeverThrows()
    {
        var pieces = Gen.OneOf(Gen.OneOf("福建省", "泉州市", "鲤城区", "街道", "社区", "榕荫街", "号", "之", "-", "幢", "号楼", "室", "0", "12", "99999", "100000", "9999999999", "٣"), Gen.String);

        pieces.Array[0, 9].Sample(parts =>
        {
            if (StandardAddress.TryParse(string.Concat(parts), out var address))
                AddressParts.Of(address!);
        });
    }

    [Fact]
    public void ToString_Parts_SaysNothingOfAHome() => Assert.Equal("AddressParts", Read("鲤城区榕荫街171号").ToString());

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static AddressParts Read(string text)
    {
        Assert.True(StandardAddress.TryParse(text, out var address));
        return AddressParts.Of(address!);
    }
}
