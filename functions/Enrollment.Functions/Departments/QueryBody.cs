using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>A question as it goes over the wire (DOMAIN.md 1.7).</summary>
internal sealed record QueryBody(string RequestId, string CaseNo, string PurposeCode, string SubjectConsentRef, string Operator,
    DateTimeOffset SentAt, string? TraceParent, IReadOnlyList<Question> Questions, string AreaCode, QueryPerson? Child,
    IReadOnlyList<QueryPerson> Guardians, DateOnly? From, DateOnly? To)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Bytes(DepartmentQuery query, DateTimeOffset sentAt) => JsonSerializer.SerializeToUtf8Bytes(
        new QueryBody(
            query.RequestId, query.Case.Value, query.Subject.Purpose, query.Subject.ConsentRef, "enrollment", sentAt, query.TraceParent,
            query.Questions, query.AreaCode, query.Subject.Child, query.Subject.Guardians, query.From, query.To),
        Options);

    public override string ToString() => nameof(QueryBody);
}

/// <summary>A person asked about.</summary>
internal sealed record QueryPerson(string Name, string IdNo)
{
    public override string ToString() => nameof(QueryPerson);
}
