using System.Globalization;
using System.Text.Json.Nodes;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Domain.Tests;

/// <summary>Families that satisfy their category; a test changes only what it is about.</summary>
internal static class TestData
{
    public const string Home = "福建省泉州市鲤城区鲤中街道测试路1号101室";
    public const string Elsewhere = "福建省泉州市鲤城区鲤中街道测试路2号202室";
    public const string District = "350502";

    public static readonly string Child = IdNo(Date("2020-05-04"), 11);
    public static readonly string Father = IdNo(Date("1990-02-03"), 21);
    public static readonly string Mother = IdNo(Date("1991-06-07"), 32);
    public static readonly string Grandfather = IdNo(Date("1960-01-01"), 41);
    public static readonly string Grandmother = IdNo(Date("1961-01-01"), 52);
    public static readonly string Stranger = IdNo(Date("1980-01-01"), 61);

    public static readonly string PolicyJson = File.ReadAllText(RepositoryFile("seeds/policies/licheng-2026.json"));
    public static readonly Policy Policy = Parsed(PolicyJson);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string IdNo(DateOnly born, int sequence)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"359901{born:yyyyMMdd}{sequence:000}");
        return digits + CitizenIdentityNumber.CheckCharacter(digits);
    }

    public static IdentityDocument Document(string number, IdentityDocumentKind kind = IdentityDocumentKind.CitizenId)
    {
        Assert.Null(IdentityDocument.TryParse(kind, number, out var document));
        return document!;
    }

    public static PersonName Name(string text)
    {
        Assert.Null(PersonName.TryParse(text, out var name));
        return name!;
    }

    public static Policy PolicyWith(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(PolicyJson)!;
        change(json);
        return Parsed(json.ToJsonString());
    }

    /// <summary>A rule's parameters in a policy document, to be changed.</summary>
    public static JsonNode ParametersOf(this JsonNode policy, string rule) =>
        policy["rules"]!.AsArray().Single(node => (string?)node!["id"] == rule)!["parameters"]!;

    public static string RepositoryFile(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Enrollment.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, path);
    }

    public static RunnablePage Page(string page) => new(Path.GetDirectoryName(RepositoryFile("Enrollment.sln"))!, page);

    public static ChildDetails ChildBorn(string date) => new(Name("张测试"), Document(IdNo(Date(date), 11)), Date(date), Sex.Male);

    public static ApplicationForm Form(CategoryCode category) => new(2026, category, ChildBorn("2020-05-04"),
        new GuardianDetails(Name("张父"), Document(Father), "13800000000", GuardianRelation.Father),
        new GuardianDetails(Name("李母"), Document(Mother), Phone: null, GuardianRelation.Mother),
        Home, new HouseholdDetails(Home, HouseholdNo: null), Property: null, Migrant: null, Tenancy: null);

    /// <summary>C1: registered with the parents since 2021-01-01 at a home the parents have owned in halves since 2022.</summary>
    public static Facts Consistent() => new()
    {
        Form = Form(CategoryCode.ConsistentResident) with { Property = new PropertyDetails(PropertyOwnership.Parents, CertificateNo: null) },
        Items = [.. Persons(), .. Guardianship(), Marriage(MarriageState.Married), Household(), HomeOf()],
    };

    /// <summary>C3: registered in the district; no home.</summary>
    public static Facts Resident() => new()
    {
        Form = Form(CategoryCode.ResidentNotConsistent),
        Items = [.. Persons(), .. Guardianship(), Household(settled: "2026-04-01")],
    };

    /// <summary>C7: the father has a permit since 2024 and 18 months of insurance.</summary>
    public static Facts Migrant() => new()
    {
        Form = Form(CategoryCode.MigrantChild) with { Household = null, Migrant = new MigrantDetails(ResidencePermitNo: null, EmployerCode: null) },
        Items = [.. Persons(), .. Guardianship(), Permit(), Insurance("2025-01", 18)],
    };

    /// <summary>C8: registered in Fengze; the father rents since 2024 and is insured.</summary>
    public static Facts Mover() => new()
    {
        Form = Form(CategoryCode.FiveDistrictMover) with { Household = new HouseholdDetails(Elsewhere, HouseholdNo: null), Tenancy = new TenancyDetails(Date("2024-10-01")) },
        Items = [.. Persons(), .. Guardianship(), Household(areaCode: "350503", address: Elsewhere), Tenancy(), Insurance("2025-01", 18)],
    };

    /// <summary>C9: a child with the residence permit of Hong Kong residents.</summary>
    public static Facts HongKong()
    {
        var document = Document("810000202005040118"[..17] + CitizenIdentityNumber.CheckCharacter("81000020200504011"), IdentityDocumentKind.ResidencePermitHongKongMacaoTaiwan);
        var form = Form(CategoryCode.HongKongMacaoTaiwanOverseas);
        return new Facts
        {
            Form = form with { Child = form.Child with { Document = document }, Household = null },
            Items = [new PersonItem(document.Number, PersonResult.Match), new PersonItem(Father, PersonResult.Match),
                new GuardianshipItem(document.Number, Father, GuardianshipBasis.Parent, Date("2020-05-04"))],
        };
    }

    public static IEnumerable<PersonItem> Persons() => new[] { Child, Father, Mother }.Select(idNo => new PersonItem(idNo, PersonResult.Match));

    public static IEnumerable<GuardianshipItem> Guardianship() => new[] { Father, Mother }
        .Select(idNo => new GuardianshipItem(Child, idNo, GuardianshipBasis.Parent, Date("2020-05-04")));

    public static MarriageItem Marriage(MarriageState state, string date = "2018-01-01") => new([Father, Mother], state, Date(date), "J350502-2018-000001");

    public static HouseholdItem Household(string settled = "2021-01-01", string areaCode = District, string address = Home,
        HouseholdType type = HouseholdType.Family, string householdNo = "1001", IReadOnlyList<HouseholdMember>? members = null) =>
        new(householdNo, type, "张父", address, areaCode, "测试派出所", members ??
            [Member(Father, HouseholdRelation.Householder), Member(Mother, HouseholdRelation.Spouse), Member(Child, HouseholdRelation.Child, settled)]);

    public static HouseholdMember Member(string idNo, HouseholdRelation relation, string settled = "2015-01-01") =>
        new("成员", idNo, relation, Date(settled), MovedFrom: null);

    public static HouseholdItem GrandparentsHousehold(string settled = "2021-01-01") => Household(members:
        [Member(Grandfather, HouseholdRelation.Householder), Member(Grandmother, HouseholdRelation.Spouse), Member(Child, HouseholdRelation.Grandchild, settled)]);

    public static HomeItem HomeOf(string acquired = "2022-06-01", PropertyUse use = PropertyUse.Residential, string address = Home,
        string certificateNo = "闽(2022)泉州市不动产权第0000001号", params HomeOwner[] owners) =>
        new("350502000000GB00000F00010001", certificateNo, address, use, Date(acquired),
            owners.Length > 0 ? owners : [Owner(Father, 1, 2), Owner(Mother, 1, 2)]);

    public static HomeOwner Owner(string idNo, int numerator, int denominator) => new("业主", idNo, new Share(numerator, denominator));

    public static HomeOwner OwnerUnwritten(string idNo) => new("业主", idNo, Share: null);

    public static ResidencePermitItem Permit(string issued = "2024-03-01", string validTo = "2027-03-01", string areaCode = District,
        bool cancelled = false, string? holder = null, string permitNo = "JZ1") =>
        new(holder ?? Father, permitNo, Date(issued), Date(validTo), Home, areaCode, cancelled);

    public static TenancyItem Tenancy(string from = "2024-10-01", string areaCode = District, bool invoice = true, string address = Home, string? tenant = null) =>
        new(tenant ?? Father, address, areaCode, Date(from), invoice);

    /// <summary>So many months in a row, from the first ("2025-01").</summary>
    public static InsuranceItem Insurance(string first, int months, string areaCode = District, bool retroactive = false, string? person = null) =>
        InsuranceOf(Enumerable.Range(0, months).Select(i => new InsuredMonth(Date($"{first}-01").AddMonths(i), areaCode, retroactive)), person);

    public static InsuranceItem InsuranceOf(IEnumerable<InsuredMonth> months, string? person = null) =>
        new(person ?? Father, InsuredNow: true, EmployerCode: null, [.. months]);

    private static Policy Parsed(string json) => Assert.IsType<PolicyResult.Parsed>(Policy.Parse(json)).Policy;
}
