using System.Globalization;
using System.Runtime.InteropServices;
using Enrollment.Domain;
using Enrollment.Files.Supply;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Functions.Schools;

/// <summary>A list that the bureau hands in as CSV.</summary>
internal static class CsvUpload
{
    /// <summary>The list, able to seek; or the answer to what is none.</summary>
    public static async Task<(MemoryStream? Csv, IResult? Refusal)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
            return (null, Problems.Of(request, FaultCode.UnsupportedMediaType));
        var body = request.ContentLength > maxBytes ? null : await BoundedBody.ReadAsync(request.Body, maxBytes, cancellationToken);
        return body is { } bytes ? (StreamOf(bytes), null) : (null, Problems.Of(request, FaultCode.BodyTooLarge));
    }

    /// <summary>Each fault at its cell, as <c>column!line</c>.</summary>
    public static IReadOnlyList<ProblemError> ErrorsOf(HttpRequest request, IReadOnlyList<SupplyFault> faults)
    {
        var language = RequestLanguage.Of(request);
        return [.. faults.Select(fault => new ProblemError(string.Create(CultureInfo.InvariantCulture, $"{fault.Column}!{fault.Line}"), fault.Code.ToWireForm(), SupplyTexts.Of(fault, language)))];
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);
}
