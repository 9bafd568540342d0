using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Enrollment.Domain;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Walks a document along the type it should become, because the deserializer stops at the first fault.</summary>
internal sealed class JsonShape
{
    // Nobody mends more at once, and an answer must not grow with what a stranger sends.
    private const int MaxFaults = 50;
    private const int MaxNameLength = 64;

    private readonly List<Fault> _faults = [];

    private JsonShape()
    {
    }

    public static IReadOnlyList<Fault> FaultsOf(JsonElement element, JsonTypeInfo type)
    {
        var shape = new JsonShape();
        shape.Walk(element, type, "$");
        return shape._faults;
    }

    private void Walk(JsonElement element, JsonTypeInfo type, string path)
    {
        if (_faults.Count >= MaxFaults)
            return;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind is JsonValueKind.Object:
                WalkObject(element, type, path);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind is JsonValueKind.Array:
                WalkArray(element, type.Options.GetTypeInfo(type.ElementType!), path);
                break;
            case JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable:
                Add(FaultCode.WrongType, path);
                break;
            default:
                WalkLeaf(element, type, path);
                break;
        }
    }

    private void WalkObject(JsonElement element, JsonTypeInfo type, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!TryText(() => member.Name, out var name))
            {
                Add(FaultCode.MalformedJson, path);
                continue;
            }

            var memberPath = PathOf(path, name);
            var property = type.Properties.FirstOrDefault(known => known.Name == name);
            if (!seen.Add(name))
                Add(FaultCode.DuplicateField, memberPath);
            else if (property is null)
                Add(FaultCode.UnknownField, memberPath);
            else
                WalkMember(member.Value, property, memberPath);
        }

        foreach (var missing in type.Properties.Where(known => known.IsRequired && !seen.Contains(known.Name)))
            Add(FaultCode.Required, PathOf(path, missing.Name));
    }

    private void WalkMember(JsonElement value, JsonPropertyInfo property, string path)
    {
        var mayBeNull = property.IsSetNullable && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null);
        if (value.ValueKind is not JsonValueKind.Null)
            Walk(value, property.Options.GetTypeInfo(property.PropertyType), path);
        else if (!mayBeNull)
            Add(FaultCode.Required, path);
    }

    private void WalkArray(JsonElement array, JsonTypeInfo element, string path)
    {
        var index = 0;
        foreach (var value in array.EnumerateArray())
            Walk(value, element, $"{path}[{index++}]");
    }

    private void WalkLeaf(JsonElement value, JsonTypeInfo type, string path)
    {
        var isText = value.ValueKind is JsonValueKind.String;
        if (isText && !TryText(() => value.GetString()!, out _))
            Add(FaultCode.MalformedJson, path);
        else if (!IsReadable(value, type))
            Add(isText && (Nullable.GetUnderlyingType(type.Type) ?? type.Type).IsEnum ? FaultCode.UnknownValue : FaultCode.WrongType, path);
    }

    private static bool IsReadable(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            return value.Deserialize(type) switch
            {
                null => false,
                double number => double.IsFinite(number),
                float number => float.IsFinite(number),
                _ => true,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryText(Func<string> read, out string text)
    {
        try
        {
            text = read();
            return true;
        }
        // a lone surrogate
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    // A name that is no plain word is not repeated to anybody: its place is then that of its object.
    private static string PathOf(string parent, string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(c => char.IsLetterOrDigit(c) || c is '_') ? $"{parent}.{name}" : parent;

    private void Add(FaultCode code, string path)
    {
        if (_faults.Count < MaxFaults)
            _faults.Add(new Fault(code, path));
    }
}
