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
        foreach (var character in name.Value.EnumerateRunes())
        {
            if (Rune.IsLetter(character))
                sound.Append(character.ToString().Transliterate().ToLower(CultureInfo.InvariantCulture)).Append(' ');
        }
        return sound.ToString();
    }
}
