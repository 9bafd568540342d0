using System.Collections.Frozen;
using System.Text.Json;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments.DisabledPersons;

/// <summary>What 残联 may send.</summary>
internal static class DisabledPersonsItems
{
    public const string Path = "disabled-persons";

    public static DepartmentEntry Entry { get; } = new(Path, new Dictionary<string, ItemReader>(StringComparer.Ordinal)
    {
        ["disabilityCard"] = DisabilityCard,
    }.ToFrozenDictionary(StringComparer.Ordinal));

    private static DisabilityCardItem DisabilityCard(JsonElement item, string path) =>
        AnswerJson.Read<DisabilityCardItem>(item, path) is { Level: >= 1 and <= 4 } card ? card : throw AnswerJson.Fault($"{path}.level");
}
