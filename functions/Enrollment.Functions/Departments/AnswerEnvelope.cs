using System.Text.Json;

namespace Enrollment.Functions.Departments;

/// <summary>What every department's answer has around its items (DOMAIN.md 1.7).</summary>
internal sealed record AnswerEnvelope(string RequestId, string CaseNo, AnswerCode ResultCode, string SourceSystem, DateOnly DataAsOf,
    DateTimeOffset RetrievedAt, string EvidenceHash, JsonElement Items);

/// <summary>Whether the register holds anything about the persons asked.</summary>
internal enum AnswerCode
{
    Found,
    NotFound,
}
