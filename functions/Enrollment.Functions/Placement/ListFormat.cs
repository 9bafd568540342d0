using Enrollment.Domain;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Placement;

/// <summary>How a list is wanted.</summary>
internal enum ListFormat
{
    Json,
    Csv,
    Xlsx,
    Pdf,
    Svg,
}

/// <summary>Reads the format from a query.</summary>
internal static class ListFormats
{
    /// <summary>Refuses what the endpoint does not offer.</summary>
    public static readonly Fault Unknown = new(FaultCode.UnknownValue, "?format");

    /// <summary>JSON where nothing is said; null for what is not offered.</summary>
    public static ListFormat? Of(HttpRequest request, params ReadOnlySpan<ListFormat> offered)
    {
        if (!request.Query.TryGetValue("format", out var text))
            return ListFormat.Json;
        foreach (var format in offered)
        {
            if (text == FormatName(format))
                return format;
        }
        return null;
    }

    private static string FormatName(ListFormat format) => format switch
    {
        ListFormat.Json => "json",
        ListFormat.Csv => "csv",
        ListFormat.Xlsx => "xlsx",
        ListFormat.Pdf => "pdf",
        ListFormat.Svg => "svg",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
