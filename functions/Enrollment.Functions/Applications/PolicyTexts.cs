using System.Globalization;
using Enrollment.Domain.Verification.Policies;

namespace Enrollment.Functions.Applications;

/// <summary>Texts that the policy itself carries.</summary>
internal static class PolicyTexts
{
    public static string In(this LocalizedText text, CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? text.En : text.Zh;
}
