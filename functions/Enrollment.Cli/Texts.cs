using System.Globalization;
using System.Resources;

namespace Enrollment.Cli;

internal sealed class Texts(CultureInfo language)
{
    public static readonly ResourceManager Resources = new(typeof(Texts));

    public CultureInfo Language => language;

    public string this[string key] => Find(key) ?? throw new MissingManifestResourceException($"No text {key}.");

    public string? Find(string key) => Resources.GetString(key, language);

    public string Format(string key, string value) => string.Format(language, this[key], value);
}
