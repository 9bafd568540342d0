using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.Domain;
using Enrollment.Domain.Admission.Preparing;

namespace Enrollment.Files.Supply;

/// <summary>A round's published order from a file (seeds/admission/rounds has examples).</summary>
public static class RoundSetupFile
{
    private const int LargestFile = 64 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = false,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The order, or every fault in it; a file that is no JSON has one.</summary>
    /// <param name="json">The file; the stream must be able to seek.</param>
    /// <param name="isOpen">Can a round of this year be held?</param>
    public static (RoundSetup? Setup, IReadOnlyList<Fault> Faults) Read(Stream json, Func<int, bool> isOpen)
    {
        if (json.Length > LargestFile)
            return (null, [new Fault(FaultCode.BodyTooLarge, "$")]);
        try
        {
            return JsonSerializer.Deserialize<RoundSetupForm>(json, Strict) is { } form ? form.Read(isOpen) : (null, [new Fault(FaultCode.WrongType, "$")]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, [new Fault(FaultCode.MalformedJson, (e as JsonException)?.Path ?? "$")]);
        }
    }
}
