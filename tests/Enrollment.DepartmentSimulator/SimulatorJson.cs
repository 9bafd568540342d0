using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enrollment.DepartmentSimulator;

internal static class SimulatorJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    // strict: a field nobody agreed on is a defect of the sender, and the place to see it is here
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        return options;
    }

    public static TValue Parse<TValue>(byte[] json)
        where TValue : class
    {
        RefuseNullElements(json);
        return JsonSerializer.Deserialize<TValue>(json, Options)!;
    }

    // the serializer checks nullability of properties only, neither of a list's elements nor of the whole
    private static void RefuseNullElements(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var previous = JsonTokenType.None;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null && previous != JsonTokenType.PropertyName)
                throw new JsonException("null stands where a record should");
            previous = reader.TokenType;
        }
    }
}
