using System.Text;
using CsCheck;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentAnswersTests
{
    private static readonly (Department Department, string Item)[] EveryKind =
    [
        (Department.Police, Answers.Person), (Department.Police, Answers.Household), (Department.Police, Answers.ResidencePermit),
        (Department.CivilAffairs, Answers.Marriage), (Department.CivilAffairs, Answers.Guardianship),
        (Department.Property, Answers.Home), (Department.Property, Answers.Tenancy), (Department.SocialSecurity, Answers.Insurance),
        (Department.DisabledPersons, Answers.DisabilityCard),
    ];

    /// <summary>Item, what stands in it, what is put there instead, the path that must be named.</summary>
    public static TheoryData<string, string, string, string> WrongItems => new()
    {
        { Answers.DisabilityCard, "\"level\":3", "\"level\":0", "$.items[0].level" },
        { Answers.DisabilityCard, "\"level\":3", "\"level\":5", "$.items[0].level" },
        { Answers.DisabilityCard, "\"2030-02-28\"", "\"28.2.2030\"", "$.items[0].validTo" },
        { Answers.Person, "\"idNo\":\"359901202002290021\",", "", "$.items[0]" },
        { Answers.Person, "\"359901202002290021\"", "null", "$.items[0].idNo" },
        { Answers.Person, "\"359901202002290021\"", "1", "$.items[0].idNo" },
        { Answers.Person, "\"359901202002290021\"", "\" \"", "$.items[0].idNo" },
        { Answers.Person, "\"359901202002290021\"", $"\"{new string('9', 301)}\"", "$.items[0].idNo" },
        { Answers.Person, "\"359901202002290021\"", "\"\\u0000\"", "$.items[0].idNo" },
        { Answers.Person, "\"359901202002290021\"", "\"\\ud800\"", "$.items[0].idNo" },
        { Answers.Person, "\"Match\"", "\"match\"", "$.items[0].result" },
        { Answers.Person, "\"Match\"", "\"Maybe\"", "$.items[0].result" },
        { Answers.Person, "\"Match\"", "0", "$.items[0].result" },
        { Answers.Person, "\"Match\"", "\"Match\",\"result\":\"Match\"", "$" },
        { Answers.Person, "\"person\"", "\"Person\"", "$.items[0].kind" },
        { Answers.Person, "\"person\"", "1", "$.items[0].kind" },
        { Answers.Person, "\"person\"", "\"\\ud800\"", "$.items[0].kind" },
        { Answers.Person, "\"kind\":\"person\",", "", "$.items[0].kind" },
        { Answers.Person, "{\"kind\"", "{\"\\ud800\":[1],\"kind\"", "$" },
        { Answers.Person, "{\"kind\"", "{\"x\":{\"\\ud800\":[null]},\"kind\"", "$" },
        { Answers.Person, Answers.Person, "[]", "$.items[0].kind" },
        { Answers.Household, "2020-03-10", "2020-3-10", "$.items[0].members[0].settledDate" },
        { Answers.Household, "2020-03-10", "2020-02-30", "$.items[0].members[0].settledDate" },
        { Answers.Household, "2020-03-10", "2020-03-10T00:00:00", "$.items[0].members[0].settledDate" },
        { Answers.Household, "2020-03-10", "0001-01-01", "$.items[0].members[0].settledDate" },
        { Answers.Household, "\"Child\"", "\"Cousin\"", "$.items[0].members[0].relation" },
        { Answers.Household, "\"members\":[", "\"members\":[null,", "$.items[0].members[0]" },
        { Answers.Household, "\"members\":", "\"member\":", "$.items[0]" },
        { Answers.ResidencePermit, "false", "\"false\"", "$.items[0].cancelled" },
        { Answers.ResidencePermit, ",\"cancelled\":false", "", "$.items[0]" },
        { Answers.Marriage, ",\"359901198902020028\"", "", "$.items[0].idNos" },
        { Answers.Marriage, "\"359901198902020028\"", "null", "$.items[0].idNos[1]" },
        { Answers.Guardianship, "\"Parent\"", "\"Uncle\"", "$.items[0].basis" },
        { Answers.Home, "\"shareNumerator\":1", "\"shareNumerator\":3", "$.items[0].owners[0].shareNumerator" },
        { Answers.Home, "\"shareNumerator\":1", "\"shareNumerator\":-1", "$.items[0].owners[0].shareNumerator" },
        { Answers.Home, "\"shareNumerator\":1", "\"shareNumerator\":0.5", "$.items[0].owners[0].shareNumerator" },
        { Answers.Home, "\"shareNumerator\":1", "\"shareNumerator\":null", "$.items[0].owners[0].shareNumerator" },
        { Answers.Home, "\"shareDenominator\":2", "\"shareDenominator\":0", "$.items[0].owners[0].shareDenominator" },
        { Answers.Home, "\"shareDenominator\":2", "\"shareDenominator\":null", "$.items[0].owners[0].shareDenominator" },
        { Answers.Home, "\"Residential\"", "\"Castle\"", "$.items[0].use" },
        { Answers.Tenancy, "true", "1", "$.items[0].invoiceIssued" },
        { Answers.Insurance, "2025-01-01", "2025-01-02", "$.items[0].months[0].month" },
        { Answers.Insurance, "2025-01-01", "2025-13-01", "$.items[0].months[0].month" },
        { Answers.Insurance, "true", "null", "$.items[0].insuredNow" },
    };

    public static TheoryData<string, string, string> WrongEnvelopes => new()
    {
        { "\"requestId\":\"req-1\",", "", "$" },
        { "\"req-1\"", "null", "$.requestId" },
        { "\"Found\"", "\"found\"", "$.resultCode" },
        { "\"Found\"", "\"NotFound\"", "$.items" },
        { "\"人口库\"", "\"\"", "$.sourceSystem" },
        { "2026-06-30", "30.06.2026", "$.dataAsOf" },
        { "2026-07-01T08:00:00+08:00", "2026-07-01T08:00:00", "$.retrievedAt" },
        { "2026-07-01T08:00:00+08:00", "2026-07-01", "$.retrievedAt" },
        { "2026-07-01T08:00:00+08:00", "yesterday", "$.retrievedAt" },
        { "\"evidenceHash\":\"", "\"evidenceHash\":\"0", "$.evidenceHash" },
        { "\"items\":[", "\"items\":[ ", "$.evidenceHash" },
        { "\"items\":[", "\"item\":[", "$" },
        { "\"caseNo\"", "\"requestId\"", "$" },
        { "{\"requestId\"", "{\"\\ud800\":[1],\"requestId\"", "$" },
        { "{\"requestId\"", "// answer\n{\"requestId\"", "$" },
        { "}]}", "}],}", "$" },
    };

    [Fact]
    public void Parse_EveryKind_BecomesTheDomainsRecord()
    {
        var items = EveryKind.Select(kind => Assert.Single(ReportOf(kind.Department, Answers.With(kind.Item)).Items)).ToList();

        Assert.Equal(new PersonItem(Queries.ChildNumber, PersonResult.Match), items[0]);
        var household = Assert.IsType<HouseholdItem>(items[1]);
        Assert.Equal(("H1", HouseholdType.Family, "林国栋", "中山路1号", "350502", "海滨所"),
            (household.HouseholdNo, household.Type, household.Householder, household.StandardAddress, household.AreaCode, household.PoliceStation));
        Assert.Equal(
            [
                new HouseholdMember("林小满", Queries.ChildNumber, HouseholdRelation.Child, new DateOnly(2020, 3, 10), MovedFrom: null),
                new HouseholdMember("林国栋", "359901198801010015", HouseholdRelation.Householder, new DateOnly(1988, 1, 20), "安溪"),
            ],
            household.Members);
        Assert.Equal(
            new ResidencePermitItem("359901198801010015", "P1", new DateOnly(2024, 6, 1), new DateOnly(2027, 6, 1), "东街2号", "350502", Cancelled: false), items[2]);
        var marriage = Assert.IsType<MarriageItem>(items[3]);
        Assert.Equal((MarriageState.Married, new DateOnly(2015, 5, 20), "J1"), (marriage.State, marriage.EventDate, marriage.CertificateNo));
        Assert.Equal("359901198801010015 359901198902020028", string.Join(' ', marriage.IdNos));
        Assert.Equal(new GuardianshipItem(Queries.ChildNumber, "359901198801010015", GuardianshipBasis.Parent, new DateOnly(2020, 2, 29)), items[4]);
        var home = Assert.IsType<HomeItem>(items[5]);
        Assert.Equal(("350502001001GB00001F00010001", "闽(2021)泉州市不动产权第0012345号", PropertyUse.Residential, new DateOnly(2021, 1, 5)),
            (home.UnitNo, home.CertificateNo, home.Use, home.AcquiredDate));
        Assert.Equal(
            [new HomeOwner("林国栋", "359901198801010015", new Share(1, 2)), new HomeOwner("许若兰", "359901198902020028", Share: null)], home.Owners);
        Assert.Equal(new TenancyItem("359901198801010015", "东街2号", "350502", new DateOnly(2025, 1, 15), InvoiceIssued: true), items[6]);
        var insurance = Assert.IsType<InsuranceItem>(items[7]);
        Assert.Equal(("359901198801010015", true, (string?)null), (insurance.PersonIdNo, insurance.InsuredNow, insurance.EmployerCode));
        Assert.Equal([new InsuredMonth(new DateOnly(2025, 1, 1), "350502", Retroactive: false)], insurance.Months);
    }

    [Fact]
    public void Parse_Envelope_BecomesTheReport()
    {
        var parsed = Assert.IsType<AnswerParse.Parsed>(DepartmentAnswers.Parse(Department.Police, Encoding.UTF8.GetBytes(Answers.With())));

        Assert.Equal(("req-1", "00000000000000000000000000", false), (parsed.RequestId, parsed.CaseNo, parsed.NoRecord));
        Assert.Equal((Department.Police, "人口库", new DateOnly(2026, 6, 30), new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)),
            (parsed.Report.Department, parsed.Report.SourceSystem, parsed.Report.DataAsOf, parsed.Report.RetrievedAt));
        Assert.Empty(parsed.Report.Items);
    }

    [Fact]
    public void Parse_NoRecord_IsSaid()
    {
        var parsed = DepartmentAnswers.Parse(Department.Police, Encoding.UTF8.GetBytes(Answers.Envelope("[]", "NotFound")));

        Assert.True(Assert.IsType<AnswerParse.Parsed>(parsed).NoRecord);
    }

    [Fact]
    public void Parse_AnotherDepartmentsKind_IsMalformed()
    {
        foreach (var (owner, item) in EveryKind)
        {
            foreach (var department in Enum.GetValues<Department>().Where(department => department != owner))
                Assert.Equal("$.items[0].kind", PathOf(department, Answers.With(item)));
        }
    }

    [Fact]
    public void Parse_MembersNobodyAskedFor_ArePassedOver()
    {
        var answer = Answers.With(Answers.Person.Replace("}", ",\"photo\":[\"x\"]}", StringComparison.Ordinal)).Replace("{\"requestId\"", "{\"note\":{},\"requestId\"", StringComparison.Ordinal);

        Assert.Equal(new PersonItem(Queries.ChildNumber, PersonResult.Match), Assert.Single(ReportOf(Department.Police, answer).Items));
    }

    [Theory]
    [InlineData(",\"movedFrom\":null")]
    [InlineData(",\"movedFrom\":\"安溪\"")]
    public void Parse_NullableMemberAbsent_IsNull(string member)
    {
        var answer = Answers.With(Answers.Household.Replace(member, "", StringComparison.Ordinal));

        var household = Assert.IsType<HouseholdItem>(Assert.Single(ReportOf(Department.Police, answer).Items));
        Assert.Contains(household.Members, person => person.MovedFrom is null);
    }

    [Theory]
    [MemberData(nameof(WrongItems))]
    public void Parse_WrongItem_IsMalformedAtItsPath(string item, string there, string instead, string path)
    {
        Assert.Contains(there, item, StringComparison.Ordinal);
        var department = EveryKind.Single(kind => kind.Item == item).Department;

        Assert.Equal(path, PathOf(department, Answers.With(item.Replace(there, instead, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(WrongEnvelopes))]
    public void Parse_WrongEnvelope_IsMalformedAtItsPath(string there, string instead, string path)
    {
        var answer = Answers.With(Answers.Person);
        Assert.Contains(there, answer, StringComparison.Ordinal);

        Assert.Equal(path, PathOf(Department.Police, answer.Replace(there, instead, StringComparison.Ordinal)));
    }

    [Fact]
    public void Parse_TooManyItems_IsMalformed() =>
        Assert.Equal("$.items", PathOf(Department.Police, Answers.With([.. Enumerable.Repeat(Answers.Person, 201)])));

    [Fact]
    public void Parse_DeepNesting_IsMalformed()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 1000)) + new string(']', 1000);

        Assert.Equal("$", PathOf(Department.Police, Answers.Envelope($"[{{\"kind\":\"person\",\"x\":{deep}}}]")));
    }

    [Fact]
    public void Parse_InvalidUtf8_IsMalformed()
    {
        var bytes = Encoding.UTF8.GetBytes(Answers.With(Answers.Household));
        bytes[Array.IndexOf(bytes, (byte)0xE6)] = 0xFF;

        Assert.Equal(new AnswerParse.Malformed("$"), DepartmentAnswers.Parse(Department.Police, bytes));
        Assert.False(DepartmentAnswers.IsNoRecord(bytes));
    }

    [Theory]
    [InlineData("""{"resultCode":"NotFound"}""", true)]
    [InlineData("""{"resultCode":"NotFound","items":[]}""", true)]
    [InlineData("""{"resultCode":"notfound"}""", false)]
    [InlineData("""{"resultCode":"\ud800"}""", false)]
    [InlineData("""{"resultCode":["NotFound"]}""", false)]
    [InlineData("""{"\ud800":1,"resultCode":["NotFound"]}""", false)]
    [InlineData("""{"x":{"\udc00":1},"resultCode":["NotFound"]}""", false)]
    [InlineData("""[{"resultCode":"NotFound"}]""", false)]
    [InlineData("""{"resultCode":"NotFound","resultCode":"NotFound"}""", false)]
    [InlineData("\"NotFound\"", false)]
    [InlineData("", false)]
    public void IsNoRecord_OnlyTheContractsWord_Counts(string body, bool isNoRecord) =>
        Assert.Equal(isNoRecord, DepartmentAnswers.IsNoRecord(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Parse_AnyMutation_NeverThrowsAndNeverPassesUnseenWithinTheItems()
    {
        var answers = EveryKind.Select(kind => (kind.Department, Bytes: Encoding.UTF8.GetBytes(Answers.With(kind.Item)))).ToList();
        Gen.Select(Gen.Int[0, answers.Count - 1], Gen.Int[0, 10_000], Gen.Byte[1, 255]).Sample(
            (which, position, change) =>
            {
                var (department, bytes) = answers[which];
                var changed = bytes.ToArray();
                var at = position % changed.Length;
                changed[at] ^= change;
                var isInItems = at >= bytes.AsSpan().IndexOf("[{\"kind\""u8) && at < bytes.Length - 1;
                return DepartmentAnswers.Parse(department, changed) is AnswerParse.Malformed || !isInItems;
            },
            iter: 50_000);
    }

    private static DepartmentReport ReportOf(Department department, string answer) =>
        Assert.IsType<AnswerParse.Parsed>(DepartmentAnswers.Parse(department, Encoding.UTF8.GetBytes(answer))).Report;

    private static string PathOf(Department department, string answer) =>
        Assert.IsType<AnswerParse.Malformed>(DepartmentAnswers.Parse(department, Encoding.UTF8.GetBytes(answer))).Path;
}
