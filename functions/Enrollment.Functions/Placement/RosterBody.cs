using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Enrollment.Domain.Placement.Checks;
using Enrollment.Domain.Placement.Rosters;
using Enrollment.Files.Rosters;
using Enrollment.Functions.Platform.Http;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Functions.Placement;

/// <summary>A roster as the body of a request.</summary>
internal static class RosterBody
{
    private const string Csv = "text/csv";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static bool IsKnown(string? contentType) => TypeOf(contentType) is Csv or Workbook;

    public static RosterReading Read(ReadOnlyMemory<byte> body, string contentType, IReadOnlyList<int>? capacities)
    {
        // Not a copy: a workbook may have 25 MB.
        using var stream = MemoryMarshal.TryGetArray(body, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);
        return TypeOf(contentType) == Workbook ? ReadRoster.FromWorkbook(stream, capacities) : ReadRoster.FromCsv(stream, capacities ?? []);
    }

    public static IReadOnlyList<ProblemError> ErrorsOf(RosterReading.Faulty faulty, CultureInfo language) =>
    [
        .. faulty.Faults.Select(fault => new ProblemError(
            string.Create(CultureInfo.InvariantCulture, $"{fault.Sheet}!{fault.Column}{fault.Row}"),
            JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Code.ToString()),
            RosterTexts.Of(fault, language))),
    ];

    public static IReadOnlyList<ProblemError> ErrorsOf(IReadOnlyList<PlacementConflict> conflicts, PreparedPlacement prepared, CultureInfo language) =>
        [.. conflicts.Select(conflict => new ProblemError("rules", JsonNamingPolicy.KebabCaseLower.ConvertName(conflict.Code.ToString()), ConflictTexts.Of(conflict, prepared, language)))];

    private static string? TypeOf(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.MediaType.Value?.ToLowerInvariant() : null;
}
