using System.Buffers;
using System.Text.Json;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Verification.Policies;

/// <summary>The digest by which a published policy is recognized: members in ordinal order, no white space, SHA-256.</summary>
internal static class PolicyDigest
{
    internal static Digest Of(JsonElement document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, document);
        return Digest.Of(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
            }
            writer.WriteEndObject();
        }
        else if (element.ValueKind is JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
                Write(writer, item);
            writer.WriteEndArray();
        }
        else if (element.ValueKind is JsonValueKind.String)
        {
            writer.WriteStringValue(element.GetString());
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
