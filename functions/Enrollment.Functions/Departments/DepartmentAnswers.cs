using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>Reads an answer, whether it comes at once or as a callback. Members nobody asked for are passed over, everything else must hold.</summary>
internal static class DepartmentAnswers
{
    /// <summary>The largest answer taken: encrypted it still fits one table property, and Standard Webhooks bounds payloads likewise.</summary>
    public const int MaxBytes = 20_000;

    private const int MaxItems = 200;

    public static AnswerParse Parse(Department department, ReadOnlyMemory<byte> body)
    {
        using var document = AnswerJson.Open(body);
        if (document is null)
            return new AnswerParse.Malformed("$");
        try
        {
            return ParsedOf(department, AnswerJson.Read<AnswerEnvelope>(document.RootElement, "$"));
        }
        catch (JsonException e)
        {
            return new AnswerParse.Malformed(e.Path ?? "$");
        }
    }

    /// <summary>True for the body of a 404 that speaks about the persons asked, not about the address.</summary>
    public static bool IsNoRecord(ReadOnlyMemory<byte> body)
    {
        using var document = AnswerJson.Open(body);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("resultCode", out var code)
            && code.ValueKind is JsonValueKind.String && code.ValueEquals(nameof(AnswerCode.NotFound));
    }

    private static AnswerParse ParsedOf(Department department, AnswerEnvelope envelope)
    {
        var items = envelope.Items;
        var noRecord = envelope.ResultCode is AnswerCode.NotFound;
        if (items.ValueKind is not JsonValueKind.Array || items.GetArrayLength() > (noRecord ? 0 : MaxItems))
            return new AnswerParse.Malformed("$.items");
        if (Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(items))) != envelope.EvidenceHash)
            return new AnswerParse.Malformed("$.evidenceHash");
        var kinds = DepartmentEntry.Of(department).Kinds;
        var report = new DepartmentReport(department, envelope.SourceSystem, envelope.DataAsOf, envelope.RetrievedAt, envelope.EvidenceHash,
            [.. items.EnumerateArray().Select((item, index) => ItemOf(item, $"$.items[{index}]", kinds))]);
        return new AnswerParse.Parsed(envelope.RequestId, envelope.CaseNo, report, noRecord);
    }

    private static RegisterItem ItemOf(JsonElement item, string path, FrozenDictionary<string, ItemReader> kinds) =>
        item is { ValueKind: JsonValueKind.Object } && item.TryGetProperty("kind", out var kind)
            && kinds.TryGetValue(AnswerJson.Read<string>(kind, $"{path}.kind"), out var read)
            ? read(item, path)
            : throw AnswerJson.Fault($"{path}.kind");
}
