using System.Globalization;
using System.Text.Json.Nodes;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

/// <summary>A question as the product sends it; a test changes what it is about.</summary>
internal sealed record SampleQuery(string Department, params string[] Questions)
{
    public string RequestId { get; init; } = "r-1";
    public string? WebhookId { get; init; }
    public string CaseNo { get; init; } = "case-1";
    public SamplePerson Child { get; init; } = SampleFamily.Child;
    public IReadOnlyList<SamplePerson> Guardians { get; init; } = [SampleFamily.Father, SampleFamily.Mother];
    public TimeSpan SignedAgo { get; init; }
    public byte[]? Key { get; init; }
    public string? ExtraSignature { get; init; }
    public Action<JsonObject> Change { get; init; } = _ => { };

    public HttpRequestMessage Sign(DateTimeOffset now)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(Body(now).ToJsonString());
        var id = WebhookId ?? RequestId;
        var timestamp = (now - SignedAgo).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = SimulatorKeys.Signature(Key ?? SimulatorKeys.Request(Department), id, timestamp, body);
        return new HttpRequestMessage(HttpMethod.Post, $"/{Department}/queries")
        {
            Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } },
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp },
                { "webhook-signature", ExtraSignature is null ? signature : $"{ExtraSignature} {signature}" },
            },
        };
    }

    private JsonObject Body(DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["requestId"] = RequestId,
            ["caseNo"] = CaseNo,
            ["purposeCode"] = "PRIMARY_ENROLLMENT",
            ["subjectConsentRef"] = "statement-2026-1",
            ["operator"] = "enrollment",
            ["sentAt"] = now.ToString("O", CultureInfo.InvariantCulture),
            ["traceParent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            ["questions"] = new JsonArray([.. Questions.Select(question => (JsonNode)question)]),
            ["areaCode"] = "350502",
            ["child"] = Json(Child),
            ["guardians"] = new JsonArray([.. Guardians.Select(guardian => (JsonNode)Json(guardian))]),
        };
        if (Questions.Intersect(["Insurance", "Tenancy"], StringComparer.Ordinal).Any())
        {
            body["from"] = "2024-01-01";
            body["to"] = "2026-06-30";
        }

        Change(body);
        return body;
    }

    private static JsonObject Json(SamplePerson person) => new() { ["name"] = person.Name, ["idNo"] = person.IdNo };
}
