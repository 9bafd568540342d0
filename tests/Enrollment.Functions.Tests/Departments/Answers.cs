using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Functions.Tests.Departments;

/// <summary>Departments' answers as they go over the wire.</summary>
internal static class Answers
{
    public const string Person = """{"kind":"person","idNo":"359901202002290021","result":"Match"}""";

    public const string Household =
        """
        {"kind":"household","householdNo":"H1","type":"Family","householder":"林国栋","standardAddress":"中山路1号","areaCode":"350502","policeStation":"海滨所","members":[
          {"name":"林小满","idNo":"359901202002290021","relation":"Child","settledDate":"2020-03-10","movedFrom":null},
          {"name":"林国栋","idNo":"359901198801010015","relation":"Householder","settledDate":"1988-01-20","movedFrom":"安溪"}]}
        """;

    public const string ResidencePermit =
        """{"kind":"residencePermit","holderIdNo":"359901198801010015","permitNo":"P1","firstIssuedDate":"2024-06-01","validTo":"2027-06-01","address":"东街2号","areaCode":"350502","cancelled":false}""";

    public const string Marriage =
        """{"kind":"marriage","idNos":["359901198801010015","359901198902020028"],"state":"Married","eventDate":"2015-05-20","certificateNo":"J1"}""";

    public const string Guardianship =
        """{"kind":"guardianship","childIdNo":"359901202002290021","guardianIdNo":"359901198801010015","basis":"Parent","since":"2020-02-29"}""";

    public const string Home =
        """
        {"kind":"home","unitNo":"350502001001GB00001F00010001","certificateNo":"闽(2021)泉州市不动产权第0012345号","address":"中山路1号","use":"Residential","acquiredDate":"2021-01-05","owners":[
          {"name":"林国栋","idNo":"359901198801010015","shareNumerator":1,"shareDenominator":2},
          {"name":"许若兰","idNo":"359901198902020028","shareNumerator":null,"shareDenominator":null}]}
        """;

    public const string Tenancy =
        """{"kind":"tenancy","tenantIdNo":"359901198801010015","address":"东街2号","areaCode":"350502","from":"2025-01-15","invoiceIssued":true}""";

    public const string Insurance =
        """{"kind":"insurance","personIdNo":"359901198801010015","insuredNow":true,"employerCode":null,"months":[{"month":"2025-01-01","areaCode":"350502","retroactive":false}]}""";

    public const string DisabilityCard =
        """{"kind":"disabilityCard","personIdNo":"359901202002290021","cardNo":"35990120200229002143","level":3,"validTo":"2030-02-28"}""";

    public static string With(params string[] items) => Envelope($"[{string.Join(',', items)}]");

    public static string Envelope(string items, string resultCode = "Found", string requestId = "req-1", string caseNo = "00000000000000000000000000") =>
        $$"""{"requestId":"{{requestId}}","caseNo":"{{caseNo}}","resultCode":"{{resultCode}}","sourceSystem":"人口库","dataAsOf":"2026-06-30","retrievedAt":"2026-07-01T08:00:00+08:00","evidenceHash":"{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(items)))}}","items":{{items}}}""";
}
