using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Enrollment.Functions.Tests.Startup;

/// <summary>What the code's own comments say.</summary>
internal static partial class Summaries
{
    private static readonly Dictionary<Assembly, XDocument> Documents = [];

    public static string Of(PropertyInfo property) => Of(property.DeclaringType!.Assembly, $"P:{property.DeclaringType.FullName}.{property.Name}");

    public static string Of(Type type) => Of(type.Assembly, $"T:{type.FullName}");

    private static string Of(Assembly assembly, string member)
    {
        if (!Documents.TryGetValue(assembly, out var document))
            Documents[assembly] = document = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        var summary = document.Descendants("member").SingleOrDefault(element => (string?)element.Attribute("name") == member)?.Element("summary")
            ?? throw new InvalidDataException($"{member} has no summary: docs/configuration.md is written from it.");
        foreach (var code in summary.Descendants("c").ToList())
            code.ReplaceWith($"`{code.Value}`");
        return Space().Replace(summary.Value, " ").Trim().TrimEnd('.').Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
