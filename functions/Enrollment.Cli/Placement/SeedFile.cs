using System.Globalization;
using System.Security.Cryptography;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement.Rosters;

namespace Enrollment.Cli.Placement;

/// <summary>The secrets of one placement in a file: made before the draw, entropy added on the stage.</summary>
internal sealed record SeedFile(DrawSecret Secret, Entropy? Entropy, RosterSecrets Roster, Digest Late)
{
    private const string SecretWord = "secret", EntropyWord = "entropy", RosterKeyWord = "roster-key", SaltWord = "salt", LateWord = "late-secret";

    /// <summary>Fresh secrets; the caller keeps them to itself until the draw.</summary>
    public static IReadOnlyList<string> NewLines() =>
    [
        .. new[] { SecretWord, RosterKeyWord, SaltWord, LateWord }
            .Select(word => string.Create(CultureInfo.InvariantCulture, $"{word} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Digest.Size))}")),
    ];

    /// <summary>Null when a line is missing, stands twice, or is not of its form.</summary>
    public static SeedFile? Read(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in lines.Where(line => line.Trim().Length > 0).Select(line => line.Trim().Split(' ', 2)))
        {
            if (parts.Length != 2 || !values.TryAdd(parts[0], parts[1]))
                return null;
        }
        Entropy? entropy = null;
        if (values.Remove(EntropyWord, out var text) && Entropy.TryParse(text, out entropy) is not null)
            return null;
        return values.Count == 4 && DrawSecret.TryParse(values.GetValueOrDefault(SecretWord), out var secret)
            && Digest.TryParse(values.GetValueOrDefault(RosterKeyWord), out var key) && Digest.TryParse(values.GetValueOrDefault(SaltWord), out var salt)
            && Digest.TryParse(values.GetValueOrDefault(LateWord), out var late)
                ? new SeedFile(secret!, entropy, new RosterSecrets(key, salt), late)
                : null;
    }
}
