using System.CommandLine;
using System.Globalization;

namespace Enrollment.Cli;

internal static class LanguageOption
{
    private const string Name = "--lang";
    private const string Chinese = "zh";
    private const string English = "en";

    public static Option<string> Create(Texts texts)
    {
        var option = new Option<string>(Name) { Description = texts["Option_Lang"], Recursive = true, DefaultValueFactory = _ => Chinese };
        return option.AcceptOnlyFromAmong(Chinese, English);
    }

    // Read before the commands exist, because their descriptions are written in it. Faults in it are the real parser's to report.
    public static CultureInfo Of(IReadOnlyList<string> args)
    {
        var option = new Option<string>(Name);
        var only = new Command("enroll") { option };
        only.TreatUnmatchedTokensAsErrors = false;
        var asked = only.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).GetResult(option)?.Tokens;
        return CultureInfo.GetCultureInfo(asked is [{ Value: English }, ..] ? "en" : "zh-Hans");
    }
}
