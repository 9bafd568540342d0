using System.Globalization;

namespace Enrollment.Functions.Admission;

/// <summary>Where rounds live, and the queue their steps wait in.</summary>
internal static class AdmissionNames
{
    public const string Table = "Rounds";
    public const string Container = "rounds";
    public const string Queue = "admission";
    public const string Poison = Queue + "-poison";
    public const string Route = "admission/rounds";
    public const string RoundRoute = Route + "/{year}/{round}";
}

/// <summary>Names a round: its intake year, and its own id in it.</summary>
internal sealed record RoundName(int Year, string Round)
{
    private const int Longest = 40;

    public string Partition => Year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>As it stands in an address; null for what names no round.</summary>
    public static RoundName? Of(string year, string round) => IsRound(round) && YearOf(year) is { } number ? new RoundName(number, round) : null;

    /// <summary>A year of four digits; null for anything else.</summary>
    public static int? YearOf(string year) => year.Length == 4 && year.All(char.IsAsciiDigit) ? int.Parse(year, CultureInfo.InvariantCulture) : null;

    /// <summary>1 to 40 letters, digits, hyphens and underscores: as in the canonical list.</summary>
    public static bool IsRound(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>"Look at this round." The table is the truth; the message carries no data.</summary>
internal sealed record RoundMessage(int Year, string Round, string? TraceParent)
{
    /// <summary>What it speaks of.</summary>
    public string Subject() => string.Create(CultureInfo.InvariantCulture, $"{Year}/{Round}");
}
