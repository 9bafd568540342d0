using System.Text.Json;
using System.Text.Unicode;
using Enrollment.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Reads request bodies one way only, and says everything that is wrong with one at once.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 32;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaxDepth };

    /// <summary>Strict in everything but one: a constructor parameter may be absent, so that positional records can be all-nullable.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static async Task<JsonRead<T>> ReadAsync<T>(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!IsJson(request.ContentType))
            return Refused<T>(FaultCode.UnsupportedMediaType);
        var body = request.ContentLength > maxBytes ? null : await BoundedBody.ReadAsync(request.Body, maxBytes, cancellationToken);
        return body is { } bytes ? Parse<T>(bytes) : Refused<T>(FaultCode.BodyTooLarge);
    }

    public static JsonRead<T> Parse<T>(ReadOnlyMemory<byte> utf8)
    {
        // The readers of System.Text.Json look into strings only when asked for their text, and then throw.
        if (!Utf8.IsValid(utf8.Span))
            return Refused<T>(FaultCode.MalformedJson);
        if (utf8.Span.StartsWith(ByteOrderMark))
            utf8 = utf8[ByteOrderMark.Length..];
        try
        {
            using var document = JsonDocument.Parse(utf8, DocumentOptions);
            var faults = JsonShape.FaultsOf(document.RootElement, Options.GetTypeInfo(typeof(T)));
            return faults.Count > 0
                ? new JsonRead<T>.Refused(faults)
                : new JsonRead<T>.Read(document.RootElement.Deserialize<T>(Options)!);
        }
        catch (JsonException e)
        {
            return new JsonRead<T>.Refused([new Fault(FaultCode.MalformedJson, e.Path ?? "$")]);
        }
    }

    private static JsonRead<T>.Refused Refused<T>(FaultCode code) => new([new Fault(code, "$")]);

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectRequiredConstructorParameters = false,
            MaxDepth = MaxDepth,
            Converters = { new ExactEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
