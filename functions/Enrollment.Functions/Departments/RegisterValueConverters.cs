using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enrollment.Functions.Departments;

/// <summary>Text of a register: not blank, no control characters, of a length that an address has.</summary>
internal sealed class RegisterTextConverter : JsonConverter<string>
{
    private const int MaxLength = 300;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.GetString() is { Length: <= MaxLength } text
            && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl)
            ? text
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A day as yyyy-MM-dd, in years that leave room to calculate with.</summary>
internal sealed class RegisterDateConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1900 and < 2200
            ? date
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>A moment with its offset; without one it would mean another moment on another machine.</summary>
internal sealed class RegisterTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.GetString() is { Length: > 6 } text && (text[^1] is 'Z' || text[^6] is '+' or '-')
            && text.Contains('T', StringComparison.Ordinal) && reader.TryGetDateTimeOffset(out var time) && time.Year is >= 1900 and < 2200
            ? time
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
