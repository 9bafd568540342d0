using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>A department's answer. The same answer has the same bytes whenever it is sent.</summary>
internal sealed record Answer(string RequestId, string CaseNo, bool Found, string SourceSystem, DateOnly DataAsOf,
    DateTimeOffset RetrievedAt, IReadOnlyList<RegisterItem> Items)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer To(Query query, Office office, DateTimeOffset now)
    {
        var found = office.Register.Knows(query);
        IReadOnlyList<RegisterItem> items = found
            ? [.. query.Questions.SelectMany(question => office.Register.Find(question, query))]
            : [];
        return new Answer(query.RequestId, query.CaseNo, found, office.Department.SourceSystem, office.Department.DataAsOf, now, items);
    }

    /// <summary>What a register that changed its mind overnight would say: a day newer, the last record gone.</summary>
    public Answer Contradiction() => this with { DataAsOf = DataAsOf.AddDays(1), Items = [.. Items.SkipLast(1)] };

    public byte[] ToJson()
    {
        // the hash covers the array's very bytes, so they are written once and embedded as they are
        var items = JsonSerializer.SerializeToUtf8Bytes(Items, SimulatorJson.Options);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", RequestId);
            writer.WriteString("caseNo", CaseNo);
            writer.WriteString("resultCode", Found ? "Found" : "NotFound");
            writer.WriteString("sourceSystem", SourceSystem);
            writer.WriteString("dataAsOf", DataAsOf.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteString("retrievedAt", RetrievedAt);
            writer.WriteString("evidenceHash", Convert.ToHexStringLower(SHA256.HashData(items)));
            writer.WritePropertyName("items");
            writer.WriteRawValue(items, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
