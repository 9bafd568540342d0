using System.Text;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Files.Supply;

namespace Enrollment.Files.Tests.Supply;

public sealed class ReadSupplyTests
{
    [Fact]
    public void Of_SoundFiles_GiveSupplyAndNoFinding()
    {
        var read = Assert.IsType<SupplyReading.Read>(new SomeSupply().Read());

        Assert.Equal(0, read.Total);
        Assert.Equal([new RoundSchool(SchoolCode.Parse("LC001"), SchoolAuthority.District, 90, IsTight: false, AdmissionMethod.Lot, "南山小学"),
            new RoundSchool(SchoolCode.Parse("LC002"), SchoolAuthority.Municipal, 60, IsTight: true, AdmissionMethod.SettlementDate, "黄石小学")], read.Supply.SchoolsOf(2026));
        Assert.Equal(["Z0001 False LC001", "Z0002 False LC002", "Z0003 True LC001 LC002"], read.Supply.ZonesOf(2026).Select(zone => $"{zone.Code} {zone.IsMulti} {string.Join(' ', zone.Schools)}"));
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    public void Of_EncodingsOfSpreadsheets_ReadTheSame(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (from, plain) = (Encoding.GetEncoding(encoding), new SomeSupply());

        var saved = plain with { Schools = [.. from.Preamble, .. from.GetBytes(Encoding.UTF8.GetString(plain.Schools))], Zones = [.. from.Preamble, .. from.GetBytes(Encoding.UTF8.GetString(plain.Zones))] };

        Assert.Equal("南山小学", Assert.IsType<SupplyReading.Read>(saved.Read()).Supply.Schools[0].Name);
        Assert.Empty(saved.Found());
    }

    [Fact]
    public void Of_ChineseHeadings_AreRead() => Assert.Empty((new SomeSupply() with
    {
        Schools = SomeSupply.Csv("学校代码,学校名称,主管部门,招生年份,招生计划,学位紧张,录取办法", "LC001,南山小学,区属,2026,90,是,电脑派位"),
        Zones = SomeSupply.Csv("片区代码,片区类型,学校代码,起始年份,路街巷,起始门牌,终止门牌,单双号", "Z0001,单校,LC001,2020,榕荫路,1,99,单号"),
    }).Found());

    [Theory]
    [InlineData("Z0001,single,LC001,2020,,榕荫路,200,300,,,,,", "Zones 5 ranges-overlap Z0002 Z0001 3 榕荫路 200")]
    [InlineData("Z0001,single,LC001,2020,2025,榕荫路,201,300,,,,,", "")]
    [InlineData("Z0002,single,LC002,2020,,榕荫路,5,,,,,,", "Zones 5 ranges-overlap Z0001 Z0002 2 榕荫路 5")]
    [InlineData("Z0002,single,LC002,2020,,,,,,,,,福建省泉州市鲤城区榕荫路5号锦绣花园3幢201室", "Zones 5 ranges-overlap Z0001 Z0002 2 榕荫路 5")]
    [InlineData("Z0001,single,LC001,2020,,榕荫路,1,199,odd,,,,", "Zones 5 claim-twice 2")]
    [InlineData("Z0001,multi,LC001 LC002,2020,,榕荫路,201,209,,,,,", "Zones 5 zone-kinds-differ 2")]
    [InlineData("Z0001,single,LC002,2020,,榕荫路,201,209,,,,,", "Zones 5 zone-schools-differ 2")]
    [InlineData("Z0004,single,LC001 LC002,2020,,榕荫路,201,209,,,,,", "Zones 5 several-schools")]
    [InlineData("Z0004,multi,LC001,2020,,榕荫路,201,209,,,,,", "Zones 5 one-school-only")]
    [InlineData("Z0004,single,LC009,2020,,榕荫路,201,209,,,,,", "Zones 5 school-unknown LC009 2026")]
    [InlineData("Z0004,single,,2020,,榕荫路,201,209,,,,,", "Zones 5 zone-without-school Z0004 2026")]
    [InlineData("Z0004,single,LC001,2020,,榕荫路,,,,,,,", "Zones 5 claim-unclear")]
    [InlineData("Z0004,single,LC001,2020,,榕荫路,201,209,,文华里,,,", "Zones 5 claim-unclear")]
    [InlineData("Z0004,single,LC001,2020,,,,,,,,,鲤城区", "Zones 5 address-unreadable")]
    [InlineData("Z0004,single,LC001,2020,,榕荫路,209,201,,,,,", "Zones 5 range-reversed")]
    [InlineData("Z0004,single,LC001,2026,2025,榕荫路,201,209,,,,,", "Zones 5 range-reversed")]
    [InlineData("Z4,single,LC001,2020,,榕荫路,201,209,,,,,", "Zones 5 code-form")]
    [InlineData("Z0004,双校,LC001,2020,,榕荫路,201,209,,,,,", "Zones 5 unknown-value")]
    [InlineData("Z0004,single,LC001,1999,,榕荫路,201,209,,,,,", "Zones 5 not-a-number")]
    [InlineData("Z0004,single,LC001,2020,,榕荫路,0,209,,,,,", "Zones 5 not-a-number")]
    [InlineData("Z0004,single,LC001,2020,,=HYPERLINK(1),201,209,,,,,", "Zones 5 formula")]
    [InlineData("Z0004,single,LC001,2020,,榕荫路<b>,201,209,,,,,", "Zones 5 forbidden-characters")]
    [InlineData("Z0004,single,LC001,2020,,榕荫路,201,209,,,,,,,,x", "Zones 5 too-many-cells")]
    public void Of_OneMoreZoneRow_IsJudged(string row, string found) => Assert.Equal(found, string.Join('|', new SomeSupply().WithZone(row).Found()));

    [Theory]
    [InlineData("LC003,新村小学,District,2026,90,no,Lot,1,1", "Schools 4 school-without-zone LC003 2026")]
    [InlineData("LC003,民办小学,Private,2026,90,no,Lot,1,1", "")]
    [InlineData("LC001,南山小学,District,2026,90,no,Lot,1,1", "Schools 4 school-twice 2")]
    [InlineData("LC003,新村小学,District,2026,-1,no,Lot,1,1", "Schools 4 not-a-number")]
    [InlineData("LC003,新村小学,County,2026,90,no,Lot,1,1", "Schools 4 unknown-value")]
    [InlineData("LC003,新村小学,District,2026,90,no,Dice,1,1", "Schools 4 unknown-value")]
    [InlineData("LC003,新村小学,District,2026,90,no,Lot,1.5,1", "Schools 4 not-a-number")]
    [InlineData("LC003,新村小学,District,2026,90,no,Lot,1,", "Schools 4 required")]
    [InlineData("LC003,,District,2026,90,no,Lot,1,1", "Schools 4 required")]
    public void Of_OneMoreSchoolRow_IsJudged(string row, string found) => Assert.Equal(found, string.Join('|', new SomeSupply().WithSchool(row).Found()));

    [Theory]
    [InlineData("code,name,authority,year", "Schools 1 column-missing seats")]
    [InlineData("code,name,authority,year,seats,wishes", "Schools 1 column-unknown 6")]
    [InlineData("code,name,authority,year,seats,seats", "Schools 1 column-twice")]
    [InlineData("code,name,authority,year,seats", "Schools 0 empty")]
    [InlineData("", "Schools 0 empty")]
    public void Of_Heading_IsJudged(string header, string found) => Assert.Contains(found, (new SomeSupply() with { Schools = Encoding.UTF8.GetBytes(header) }).Found());

    [Fact]
    public void Of_Buildings_ShowGapsThatListsDoNot()
    {
        var supply = new SomeSupply() with
        {
            Zones = SomeSupply.Csv(SomeSupply.ZoneHeader, "Z0001,single,LC001,2020,,榕荫路,1,9,,,,,", "Z0002,single,LC002,2020,,榕荫路,,,,锦绣花园,,,"),
            Buildings = SomeSupply.Csv("building,address", "B1,福建省泉州市鲤城区榕荫路5号", "B2,福建省泉州市鲤城区榕荫路5号锦绣花园1幢", "B3,福建省泉州市鲤城区榕荫路99号", "B4,榕荫路5号"),
        };

        Assert.Equal(["Buildings 3 building-in-several-zones Z0001 Z0002", "Buildings 4 building-in-no-zone", "Buildings 5 building-match-weak"], supply.Found());
        Assert.Equal(["Buildings 6 building-twice 2"], (supply with { Buildings = [.. supply.Buildings!, .. "\nB1,福建省泉州市鲤城区榕荫路6号"u8] }).Found());
    }

    [Fact]
    public void Of_EveryFile_HasANameInBothLanguages() => Assert.All(Enum.GetValues<SupplyFile>(), file => Assert.NotEqual(
        SupplyTexts.Of(new SupplyFault(file, 5, "zone", SupplyFaultCode.Required), System.Globalization.CultureInfo.GetCultureInfo("zh-Hans")),
        SupplyTexts.Of(new SupplyFault(file, 5, "zone", SupplyFaultCode.Required), System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Of_EveryCode_HasATextInBothLanguages() => Assert.All(Enum.GetValues<SupplyFaultCode>(), code =>
    {
        var (chinese, english) = (SupplyTexts.Of(new SupplyFault(SupplyFile.Zones, 5, "zone", code, "x"), System.Globalization.CultureInfo.GetCultureInfo("zh-Hans")),
            SupplyTexts.Of(new SupplyFault(SupplyFile.Zones, 5, "zone", code, "x"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(code.ToWireForm(), chinese, StringComparison.Ordinal);
        Assert.NotEqual(chinese, english);
    });
}
