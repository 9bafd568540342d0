using System.Globalization;
using System.Resources;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Files.Rosters;

/// <summary>What whoever uploaded a roster reads about its faults.</summary>
public static class RosterTexts
{
    internal static readonly ResourceManager Resources = new(typeof(RosterTexts));

    /// <summary>Where and what: 学生表第5行D列：性别与身份号码第17位不符.</summary>
    public static string Of(RosterFault fault, CultureInfo language)
    {
        var form = fault switch { { Row: 0 } => "At_Sheet", { Column: "" } => "At_Row", _ => "At_Cell" };
        return string.Format(language, Get(form, language), Get($"Sheet_{fault.Sheet}", language),
            string.Format(language, Get(fault.Code.ToString(), language), fault.Detail), fault.Row, fault.Column);
    }

    private static string Get(string key, CultureInfo language) => Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"No text {key}.");
}
