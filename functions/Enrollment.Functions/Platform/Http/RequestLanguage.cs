using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Simplified Chinese, unless the caller asks for English before it.</summary>
internal static class RequestLanguage
{
    public static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-Hans");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    public static CultureInfo Of(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return WeightOf("en") > WeightOf("zh") ? English : Chinese;

        double WeightOf(string language) => accepted
            .Where(range => range.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                || range.Value.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase))
            .Max(range => (double?)(range.Quality ?? 1)) ?? 0;
    }
}
