using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Enrollment.LocalHost;

internal static partial class SettingNames
{
    public static string Resolve(this IConfiguration configuration, string text) =>
        Placeholder().Replace(text, match => configuration[match.Groups["name"].Value]
            ?? throw new InvalidOperationException($"'{text}' names the setting '{match.Groups["name"].Value}', which is not there."));

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
