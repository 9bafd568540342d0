using System.Globalization;
using System.Resources;

namespace Enrollment.Files.Supply;

/// <summary>What whoever prepared the files reads about them.</summary>
public static class SupplyTexts
{
    internal static readonly ResourceManager Resources = new(typeof(SupplyTexts));

    /// <summary>Where, which code, and what: 片区表 第5行 ranges-overlap：……</summary>
    public static string Of(SupplyFault fault, CultureInfo language)
    {
        var form = fault switch { { Line: 0 } => "At_File", { Column: "" } => "At_Line", _ => "At_Cell" };
        return string.Format(language, Get(form, language), Get($"File_{fault.File}", language), fault.Line, fault.Column, fault.Code.ToWireForm(),
            string.Format(language, Get(fault.Code.ToString(), language), fault.Detail));
    }

    private static string Get(string key, CultureInfo language) => Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"No text {key}.");
}
