using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enrollment.Domain.Placement.Reporting;

/// <summary>A report as JSON: the same report, the same bytes.</summary>
internal static class BalanceReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter<BalanceBand>() },
    };

    public static byte[] Write(BalanceReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);

    public static BalanceReport Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<BalanceReport>(json, Options) ?? throw new JsonException("Not a report.");
}
