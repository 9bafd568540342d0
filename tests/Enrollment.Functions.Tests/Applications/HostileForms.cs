using System.Text.Json.Nodes;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>A form with one thing wrong, and the refusal it must meet.</summary>
/// <param name="Spoil">Gives the JSON to send, from a form that would be taken.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Fault">The one fault, as "code at path".</param>
internal sealed record HostileForm(Func<JsonObject, string> Spoil, int Status, string Fault);

/// <summary>One fault in an otherwise good form, for each kind of fault.</summary>
internal static class HostileForms
{
    public static readonly IReadOnlyDictionary<string, HostileForm> All = new Dictionary<string, HostileForm>(StringComparer.Ordinal)
    {
        ["year as text"] = Raw("intakeYear", "\"2026\"", 400, "wrong-type at $.intakeYear"),
        ["year 1e400"] = Raw("intakeYear", "1e400", 400, "wrong-type at $.intakeYear"),
        ["year -1e400"] = Raw("intakeYear", "-1e400", 400, "wrong-type at $.intakeYear"),
        ["year with fraction"] = Raw("intakeYear", "2026.5", 400, "wrong-type at $.intakeYear"),
        ["year of 20 digits"] = Raw("intakeYear", "99999999999999999999", 400, "wrong-type at $.intakeYear"),
        ["year null"] = Raw("intakeYear", "null", 422, "required at $.intakeYear"),
        ["year 0"] = Raw("intakeYear", "0", 422, "intake-year-not-open at $.intakeYear"),
        ["year -1"] = Raw("intakeYear", "-1", 422, "intake-year-not-open at $.intakeYear"),
        ["year 2147483647"] = Raw("intakeYear", "2147483647", 422, "intake-year-not-open at $.intakeYear"),
        ["child as text"] = Raw("child", "\"child\"", 400, "wrong-type at $.child"),
        ["child as array"] = Raw("child", "[]", 400, "wrong-type at $.child"),
        ["child null"] = Raw("child", "null", 422, "required at $.child"),
        ["name as number"] = Raw("child.name", "5", 400, "wrong-type at $.child.name"),
        ["name as object"] = Raw("child.name", "{}", 400, "wrong-type at $.child.name"),
        ["statement as text"] = Raw("statementAccepted", "\"true\"", 400, "wrong-type at $.statementAccepted"),
        ["birth date as number"] = Raw("child.birthDate", "20200101", 400, "wrong-type at $.child.birthDate"),
        ["birth date with a time"] = Text("child.birthDate", "2020-01-01T00:00:00Z", 400, "wrong-type at $.child.birthDate"),
        ["30 February"] = Text("child.birthDate", "2020-02-30", 400, "wrong-type at $.child.birthDate"),
        ["unknown member"] = Added("status", "\"Verified\"", "unknown-field at $.status"),
        ["unknown member inside"] = Added("child.id", "1", "unknown-field at $.child.id"),
        ["prototype"] = Added("__proto__", "{}", "unknown-field at $.__proto__"),
        ["member in another casing"] = Added("IntakeYear", "2026", "unknown-field at $.IntakeYear"),
        ["member with markup in its name"] = Added("<script>", "1", "unknown-field at $"),
        ["member twice"] = Added("intakeYear", "2026", "duplicate-field at $.intakeYear"),
        ["member twice, once escaped"] = Added("intake\\u0059ear", "2026", "duplicate-field at $.intakeYear"),
        ["member twice inside"] = Added("child.name", "\"王小明\"", "duplicate-field at $.child.name"),
        ["lone high surrogate"] = Raw("child.name", "\"王\\ud800\"", 400, "malformed-json at $.child.name"),
        ["lone low surrogate"] = Raw("residence.address", "\"\\udc00路\"", 400, "malformed-json at $.residence.address"),
        ["surrogates the wrong way round"] = Raw("child.name", "\"\\udc00\\ud800\"", 400, "malformed-json at $.child.name"),
        ["NUL in a name"] = Raw("child.name", "\"王\\u0000\"", 422, "forbidden-characters at $.child.name"),
        ["NUL in an address"] = Raw("residence.address", "\"路\\u0000\"", 422, "forbidden-characters at $.residence.address"),
        ["right-to-left override in a name"] = Text("child.name", "王\u202e明", 422, "forbidden-characters at $.child.name"),
        ["right-to-left override in an address"] = Text("residence.address", "路\u202e1号", 422, "forbidden-characters at $.residence.address"),
        ["zero width space in a name"] = Text("guardian.name", "王\u200b明", 422, "forbidden-characters at $.guardian.name"),
        ["script in a name"] = Text("child.name", "<script>alert(1)</script>", 422, "forbidden-characters at $.child.name"),
        ["script in an address"] = Text("residence.address", "<img src=x onerror=alert(1)>", 422, "forbidden-characters at $.residence.address"),
        ["formula in a name"] = Text("guardian.name", "=cmd|' /C calc'!A0", 422, "forbidden-characters at $.guardian.name"),
        ["formula in an address"] = Text("residence.address", "=HYPERLINK(\"http://x\")", 422, "forbidden-characters at $.residence.address"),
        ["formula with plus"] = Text("household.householdNo", "+1+1", 422, "forbidden-characters at $.household.householdNo"),
        ["formula with at"] = Text("property.certificateNo", " @SUM(1)", 422, "forbidden-characters at $.property.certificateNo"),
        ["name blank"] = Text("child.name", " ", 422, "required at $.child.name"),
        ["name of 51 characters"] = Text("child.name", new string('王', 51), 422, "too-long at $.child.name"),
        ["address of 201 characters"] = Text("residence.address", new string('路', 201), 422, "too-long at $.residence.address"),
        ["category unknown"] = Text("category", "C1", 422, "unknown-value at $.category"),
        ["category as number in text"] = Text("category", "0", 422, "unknown-value at $.category"),
        ["category as list"] = Text("category", "ConsistentResident, MigrantChild", 422, "unknown-value at $.category"),
        ["relation unknown"] = Text("guardian.relation", "Uncle", 422, "unknown-value at $.guardian.relation"),
        ["statement not accepted"] = Raw("statementAccepted", "false", 422, "statement-not-accepted at $.statementAccepted"),
        ["phone in letters"] = Text("guardian.phone", "1380000000O", 422, "phone-invalid at $.guardian.phone"),
        ["phone in full-width digits"] = Text("guardian.phone", "１３８００００００００", 422, "phone-invalid at $.guardian.phone"),
        ["property missing for its category"] = Raw("property", "null", 422, "category-part-missing at $.property"),
        ["number too short"] = Text("child.documentNumber", "35990120200101001", 422, "identity-number-length at $.child.documentNumber"),
        ["number with letters"] = Text("child.documentNumber", "3599012020010100AX", 422, "identity-number-characters at $.child.documentNumber"),
        ["number of no province"] = Text("child.documentNumber", "999901202001010017", 422, "identity-number-region at $.child.documentNumber"),
        ["number born on 31 June"] = Text("child.documentNumber", "359901202006310017", 422, "identity-number-birth-date at $.child.documentNumber"),
        ["number with a wrong check digit"] = Form(form => Set(form, "child.documentNumber", Spoiled(Get(form, "child.documentNumber"))),
            422, "identity-number-check-digit at $.child.documentNumber"),
        ["child is the guardian"] = Form(form => Set(form, "guardian.documentNumber", Get(form, "child.documentNumber")),
            422, "child-is-guardian at $.guardian.documentNumber"),
        ["child is the other guardian"] = Form(form => Set(form, "otherGuardian.documentNumber", Get(form, "child.documentNumber")),
            422, "child-is-guardian at $.otherGuardian.documentNumber"),
        ["guardians are one person"] = Form(form => Set(form, "otherGuardian.documentNumber", Get(form, "guardian.documentNumber")),
            422, "guardians-are-one-person at $.otherGuardian.documentNumber"),
        ["guardian is somebody else"] = Form(form => Set(form, "guardian.documentNumber", "359901198001010017"),
            422, "guardian-is-not-caller at $.guardian.documentNumber"),
        ["birth date against the number"] = Text("child.birthDate", "2019-12-31", 422, "birth-date-disagrees-with-number at $.child.birthDate"),
        ["sex against the number"] = Form(form => Set(form, "child.sex", Get(form, "child.sex") == "Male" ? "Female" : "Male"),
            422, "sex-disagrees-with-number at $.child.sex"),
        ["born in the future"] = Form(form =>
        {
            Set(form, "child.documentType", "HomeReturnPermit");
            Set(form, "child.documentNumber", "H12345678");
            Set(form, "child.birthDate", "2026-07-02");
        }, 422, "date-in-future at $.child.birthDate"),
        ["tenancy from the future"] = Form(form => form["tenancy"] = new JsonObject { ["since"] = "9999-12-31" }, 422, "date-in-future at $.tenancy.since"),
        ["employer that is none"] = Form(form => form["migrant"] = new JsonObject { ["employerCode"] = "91350500000000000X" },
            422, "credit-code-invalid at $.migrant.employerCode"),
    };

    public static void Set(JsonObject form, string path, string value) => Parent(form, path)[Last(path)] = value;

    private static string Get(JsonObject form, string path) => Parent(form, path)[Last(path)]!.GetValue<string>();

    private static HostileForm Form(Action<JsonObject> spoil, int status, string fault) => new(form =>
    {
        spoil(form);
        return form.ToJsonString();
    }, status, fault);

    private static HostileForm Text(string path, string value, int status, string fault) => Form(form => Set(form, path, value), status, fault);

    // JSON that a serializer would not write: a mark is replaced in the text.
    private static HostileForm Raw(string path, string json, int status, string fault) => new(form =>
    {
        Set(form, path, "@raw@");
        return form.ToJsonString().Replace("\"@raw@\"", json, StringComparison.Ordinal);
    }, status, fault);

    private static HostileForm Added(string path, string json, string fault) => new(form =>
    {
        Parent(form, path)["@added@"] = "@raw@";
        return form.ToJsonString().Replace("\"@added@\":\"@raw@\"", $"\"{Last(path)}\":{json}", StringComparison.Ordinal);
    }, 400, fault);

    private static JsonObject Parent(JsonObject form, string path) => path.Split('.')[..^1].Aggregate(form, (node, name) => node[name]!.AsObject());

    private static string Last(string path) => path.Split('.')[^1];

    private static string Spoiled(string number) => number[..^1] + (number[^1] == '0' ? '1' : '0');
}
