using System.Collections;
using System.Globalization;
using Enrollment.Cli;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Cli;

public sealed class TextsTests
{
    private static readonly Dictionary<string, string> English = All(CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, string> Chinese = All(CultureInfo.GetCultureInfo("zh-Hans"));

    [Fact]
    public void Texts_EveryOne_StandsInBothLanguages() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Texts_OfBothLanguages_HaveTheSamePlaces() =>
        Assert.All(English, text => Assert.Equal(text.Value.Contains("{0}", StringComparison.Ordinal), Chinese[text.Key].Contains("{0}", StringComparison.Ordinal)));

    [Fact]
    public void Texts_EveryFaultKindSexAndProvince_HaveOne()
    {
        var needed = Enum.GetNames<FaultCode>().Where(name => name.StartsWith("IdentityNumber", StringComparison.Ordinal) && name != nameof(FaultCode.IdentityNumberSynthetic))
            .Concat(Enum.GetNames<IdentityDocumentKind>().SelectMany(kind => new[] { $"Kind_{kind}", $"Form_{kind}" }))
            .Concat(Enum.GetNames<Sex>().Select(sex => $"Sex_{sex}"))
            .Concat(Enumerable.Range(10, 90).Select(n => n.ToString(CultureInfo.InvariantCulture)).Where(two => AreaCodes.IsProvince(two)).Select(two => $"Area_{two}"));

        Assert.Empty(needed.Except(English.Keys, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> All(CultureInfo culture) =>
        Texts.Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
