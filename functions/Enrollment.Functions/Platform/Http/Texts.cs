using System.Globalization;
using System.Resources;

[assembly: NeutralResourcesLanguage("en")]

namespace Enrollment.Functions.Platform.Http;

/// <summary>What people read, from Resources/Texts*.resx. A key without a text is a bug and throws.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("Enrollment.Functions.Resources.Texts", typeof(Texts).Assembly);

    public static string Get(string key, CultureInfo language, params object[] args)
    {
        var text = Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"No text '{key}'.");
        return args.Length == 0 ? text : string.Format(language, text, args);
    }
}
