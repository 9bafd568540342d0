using System.Globalization;
using System.Text.Json;

namespace Enrollment.Functions.Platform.Telemetry.Files;

/// <summary>What OTLP's JSON writes in its own way: attributes as typed pairs, 64-bit numbers as text, times as nanoseconds.</summary>
internal static class OtlpJson
{
    private const int NanosecondsPerTick = 100;

    public static void WriteAttributes(this Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (key, value) in attributes.Where(attribute => attribute.Value is not null))
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteStartObject("value");
            json.WriteValue(value!);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTime time) =>
        json.WriteLong(name, (time.ToUniversalTime() - DateTime.UnixEpoch).Ticks * NanosecondsPerTick);

    public static void WriteLong(this Utf8JsonWriter json, string name, long value) =>
        json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    public static void WriteScope(this Utf8JsonWriter json, string? name)
    {
        json.WriteStartObject("scope");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteValue(this Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool truth:
                json.WriteBoolean("boolValue", truth);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteLong("intValue", Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case float or double:
                json.WriteNumber("doubleValue", Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString("stringValue", Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
