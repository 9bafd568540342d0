using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Operators;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Http;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Platform.Http;

public sealed partial class TextsTests
{
    private static readonly ResourceManager Resources = new("Enrollment.Functions.Resources.Texts", typeof(Texts).Assembly);

    public static TheoryData<string> Keys =>
    [
        "Problem.ValidationFailed",
        .. KeysOf<FaultCode>("Fault"), .. KeysOf<ApplicationStatus>("Status"), .. KeysOf<Department>("Department"),
        .. KeysOf<CheckStatus>("Check"), .. KeysOf<CategoryCode>("Category"),
        .. KeysOf<WorkKind>("Work"), .. KeysOf<PersonDecisionKind>("Decided"), .. KeysOf<FindingReason>("Finding"),
        .. KeysOf<DeadLetterState>("DeadLetter"), .. KeysOf<DeadLetterVerdict>("Verdict"), .. KeysOf<DeadLetterCause>("Cause"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Get_EveryKey_HasBothLanguages(string key)
    {
        var english = TextIn(CultureInfo.InvariantCulture, key);
        var chinese = TextIn(RequestLanguage.Chinese, key);

        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.DoesNotMatch(Han(), english);
        Assert.Matches(Han(), chinese);
        Assert.Equal(Placeholders(english), Placeholders(chinese));
    }

    [Fact]
    public void Resources_BothLanguages_HaveTheSameKeys() =>
        Assert.Equal(KeysIn(CultureInfo.InvariantCulture), KeysIn(RequestLanguage.Chinese));

    [Fact]
    public void Get_ChineseTexts_HaveNoLatinSentence()
    {
        var latin = KeysIn(RequestLanguage.Chinese).Where(key => LatinSentence().IsMatch(TextIn(RequestLanguage.Chinese, key)));

        Assert.Empty(latin);
    }

    [Fact]
    public void Get_Arguments_StandInTheText()
    {
        var police = Texts.Get("Department.Police", RequestLanguage.Chinese);

        Assert.Equal("公安局的登记信息与您填写的内容一致。", Texts.Get("Check.Match", RequestLanguage.Chinese, police));
    }

    [Fact]
    public void Get_UnknownKey_IsABug() =>
        Assert.Throws<MissingManifestResourceException>(() => Texts.Get("Fault.Nobody", RequestLanguage.English));

    private static IEnumerable<string> KeysOf<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}");

    private static ResourceSet SetOf(CultureInfo culture) => Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;

    private static string TextIn(CultureInfo culture, string key) => SetOf(culture).GetString(key) ?? "";

    private static List<string> KeysIn(CultureInfo culture) =>
        [.. SetOf(culture).Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];

    private static List<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex(@"[A-Za-z]+ [a-z]+ [a-z]+", RegexOptions.None, 1000)]
    private static partial Regex LatinSentence();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
