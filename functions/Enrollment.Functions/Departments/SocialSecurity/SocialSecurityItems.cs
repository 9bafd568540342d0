using System.Collections.Frozen;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments.SocialSecurity;

/// <summary>What 社保 may send.</summary>
internal static class SocialSecurityItems
{
    public const string Path = "social-security";

    public static DepartmentEntry Entry { get; } = new(Path, new Dictionary<string, ItemReader>(StringComparer.Ordinal)
    {
        ["insurance"] = Insurance,
    }.ToFrozenDictionary(StringComparer.Ordinal));

    private static InsuranceItem Insurance(JsonElement item, string path)
    {
        var insurance = AnswerJson.Read<InsuranceItem>(item, path);
        for (var i = 0; i < insurance.Months.Count; i++)
        {
            if (insurance.Months[i].Month.Day != 1)
                throw AnswerJson.Fault($"{path}.months[{i}].month");
        }

        return insurance;
    }
}
