using System.Globalization;
using System.Resources;
using Enrollment.Domain.Placement.Reporting;

namespace Enrollment.Files.Exports;

/// <summary>What people read of a balance report, in one language.</summary>
public sealed class BalanceTexts(CultureInfo language)
{
    private const string Score = "score:", Category = "category:";

    internal static readonly ResourceManager Resources = new(typeof(BalanceTexts));

    /// <summary>What a line is about: a name of ours in words, a name of the school's own as it is.</summary>
    public string NameOf(string name) => name switch
    {
        _ when name.StartsWith(Score, StringComparison.Ordinal) => Get("Name_score", name[Score.Length..]),
        _ when name.StartsWith(Category, StringComparison.Ordinal) => name[Category.Length..],
        _ => Resources.GetString($"Name_{name}", language) ?? name,
    };

    /// <summary>What a count line is about, with its level where it has one.</summary>
    public string NameOf(CountLine line) => line.Level is { } level ? Get("Level", NameOf(line.Name), level) : NameOf(line.Name);

    /// <summary>Index and band; null where there is no index.</summary>
    public string? IndexOf(NumberLine line) => line is { Index: { } index, Band: { } band } ? Get("Index", Of(index), Get($"Band_{band}")) : null;

    /// <summary>How a line stands among the random lots; null where that is withheld.</summary>
    public string? StandingOf(Standing? standing, int lots) => standing is null ? null : Get("Standing", lots, standing.Better, standing.Equal, standing.Worse);

    /// <summary>How far all of it is above what no placement can undercut.</summary>
    public string ExcessOf(BalanceReport report) => Get("Overall", Of(report.Overall.Excess));

    internal static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    internal string Get(string key, params object[] args)
    {
        var text = Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"No text {key}.");
        // Figures look the same in every language.
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
    }
}
