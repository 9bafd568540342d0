using System.Globalization;
using System.Text;
using AnyAscii;
using Enrollment.Domain.Identity;

namespace Enrollment.Files.Rosters;

/// <summary>How a name sounds when it is called: pinyin without tones, character by character, so that 张伟 and 章玮 are one sound.</summary>
public static class NameSound
{
    public static string Of(PersonName name)
    {
        var sound = new StringBuilder();
        foreach (var character in name.Value.EnumerateRunes().Where(Rune.IsLetter))
        {
            var written = character.ToString();
            // Characters so rare that nobody has listed their sound only sound like themselves.
            sound.Append(written.Transliterate() is { Length: > 0 } pinyin ? pinyin.ToLower(CultureInfo.InvariantCulture) : written).Append(' ');
        }
        return sound.ToString();
    }
}
