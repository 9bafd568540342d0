using Enrollment.Domain.Identity;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

/// <summary>One invented family and everything the four registers hold of it.</summary>
internal static class SampleFamily
{
    public static readonly SamplePerson Child = Person("林小满", "35990120191002001");
    public static readonly SamplePerson Father = Person("林建国", "35990119900101001");
    public static readonly SamplePerson Mother = Person("陈美华", "35990119910202002");
    public static readonly SamplePerson Grandfather = Person("林阿土", "35990119600303003");
    public static readonly SamplePerson Stepmother = Person("黄秋月", "35990119920404004");
    public static readonly SamplePerson Dead = Person("王已故", "35990119880505005");
    public static readonly SamplePerson Stranger = Person("吴无名", "35990120191111012");

    public static string[] Police =>
    [
        $$$"""{"person":{"idNo":"{{{Child.IdNo}}}","name":"{{{Child.Name}}}","cancelled":false}}""",
        $$$"""{"person":{"idNo":"{{{Father.IdNo}}}","name":"{{{Father.Name}}}","cancelled":false}}""",
        $$$"""{"person":{"idNo":"{{{Dead.IdNo}}}","name":"{{{Dead.Name}}}","cancelled":true}}""",
        $$$"""
        {"household":{"householdNo":"H0001","type":"Family","householder":"{{{Grandfather.Name}}}","standardAddress":"泉州市鲤城区甲路1号","areaCode":"350502","policeStation":"开元派出所","members":[{"name":"{{{Grandfather.Name}}}","idNo":"{{{Grandfather.IdNo}}}","relation":"Householder","settledDate":"1988-05-01","movedFrom":null},{"name":"{{{Child.Name}}}","idNo":"{{{Child.IdNo}}}","relation":"Grandchild","settledDate":"2019-10-20","movedFrom":null}]}}
        """,
        $$$"""{"residencePermit":{"holderIdNo":"{{{Father.IdNo}}}","permitNo":"P0001","firstIssuedDate":"2023-03-01","validTo":"2027-03-01","address":"泉州市鲤城区乙路2号","areaCode":"350502","cancelled":false}}""",
    ];

    public static string[] CivilAffairs =>
    [
        $$$"""{"marriage":{"idNos":["{{{Father.IdNo}}}","{{{Mother.IdNo}}}"],"state":"Divorced","eventDate":"2022-01-05","certificateNo":"M0001"}}""",
        $$$"""{"marriage":{"idNos":["{{{Father.IdNo}}}","{{{Stepmother.IdNo}}}"],"state":"Married","eventDate":"2023-06-01","certificateNo":"M0002"}}""",
        $$$"""{"guardianship":{"childIdNo":"{{{Child.IdNo}}}","guardianIdNo":"{{{Father.IdNo}}}","basis":"Parent","since":"2019-10-02"}}""",
    ];

    public static string[] Property =>
    [
        $$$"""{"home":{"unitNo":"350502001001GB00001F00010001","certificateNo":"闽(2021)泉州市不动产权第0012345号","address":"泉州市鲤城区甲路1号","use":"Residential","acquiredDate":"2021-04-01","owners":[{"name":"{{{Grandfather.Name}}}","idNo":"{{{Grandfather.IdNo}}}","shareNumerator":1,"shareDenominator":2},{"name":"{{{Mother.Name}}}","idNo":"{{{Mother.IdNo}}}","shareNumerator":null,"shareDenominator":null}],"relatedIdNos":["{{{Father.IdNo}}}","{{{Mother.IdNo}}}"]}}""",
        $$$"""{"tenancy":{"tenantIdNo":"{{{Father.IdNo}}}","address":"泉州市鲤城区乙路2号","areaCode":"350502","from":"2023-02-01","invoiceIssued":true}}""",
    ];

    public static string[] SocialSecurity =>
    [
        $$$"""{"insurance":{"personIdNo":"{{{Father.IdNo}}}","insuredNow":true,"employerCode":"91350502MA00000001","months":[{"month":"2023-12-01","areaCode":"350502","retroactive":false},{"month":"2024-01-01","areaCode":"350502","retroactive":false},{"month":"2026-06-01","areaCode":"350502","retroactive":true},{"month":"2026-07-01","areaCode":"350502","retroactive":false}]}}""",
    ];

    private static SamplePerson Person(string name, string digits) =>
        new(name, digits + CitizenIdentityNumber.CheckCharacter(digits));
}

internal sealed record SamplePerson(string Name, string IdNo);
