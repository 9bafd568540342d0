using System.Collections.Frozen;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments.CivilAffairs;

/// <summary>What 民政 may send.</summary>
internal static class CivilAffairsItems
{
    public const string Path = "civil-affairs";

    public static DepartmentEntry Entry { get; } = new(Path, new Dictionary<string, ItemReader>(StringComparer.Ordinal)
    {
        ["marriage"] = Marriage,
        ["guardianship"] = AnswerJson.Read<GuardianshipItem>,
    }.ToFrozenDictionary(StringComparer.Ordinal));

    private static MarriageItem Marriage(JsonElement item, string path) =>
        AnswerJson.Read<MarriageItem>(item, path) is { IdNos.Count: 2 } marriage ? marriage : throw AnswerJson.Fault($"{path}.idNos");
}
