using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Departments;

/// <summary>Reads one item of an answer at its path; throws a <see cref="JsonException"/> with the path of what does not hold.</summary>
internal delegate RegisterItem ItemReader(JsonElement item, string path);

/// <summary>How departments' JSON is read: exact names, dates and enums, nothing twice, every member that is not nullable.</summary>
internal static class AnswerJson
{
    private const int MaxDepth = 16;

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        MaxDepth = MaxDepth,
        Converters = { new ExactEnumConverter(), new RegisterTextConverter(), new RegisterDateConverter(), new RegisterTimeConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullableBeAbsent } },
    };

    /// <summary>Null when the body is no JSON, or has a member twice.</summary>
    public static JsonDocument? Open(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Utf8.IsValid(body.Span) ? JsonDocument.Parse(body, DocumentOptions) : null;
        }
        // The second is how a lone surrogate in a member's name shows.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static JsonException Fault(string path) => new("Outside the contract.", path, lineNumber: null, bytePositionInLine: null);

    public static T Read<T>(JsonElement element, string path)
    {
        if (NullInArray(element, path) is { } place)
            throw Fault(place);
        try
        {
            return element.Deserialize<T>(Options) ?? throw Fault(path);
        }
        catch (JsonException e)
        {
            throw Fault(path + e.Path?.TrimStart('$'));
        }
    }

    // The serializer respects nullable annotations of members, not those of a list's elements.
    private static string? NullInArray(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray()
            .Select((value, index) => value.ValueKind is JsonValueKind.Null ? $"{path}[{index}]" : NullInArray(value, $"{path}[{index}]"))
            .FirstOrDefault(place => place is not null),
        JsonValueKind.Object => element.EnumerateObject()
            .Select(member => NullInArray(member.Value, $"{path}.{member.Name}"))
            .FirstOrDefault(place => place is not null),
        _ => null,
    };

    private static void LetNullableBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable))
            property.IsRequired = false;
    }
}
