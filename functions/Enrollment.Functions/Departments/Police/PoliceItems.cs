using System.Collections.Frozen;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments.Police;

/// <summary>What 公安 may send: its wire form is the domain's records, member by member.</summary>
internal static class PoliceItems
{
    public const string Path = "police";

    public static DepartmentEntry Entry { get; } = new(Path, new Dictionary<string, ItemReader>(StringComparer.Ordinal)
    {
        ["person"] = AnswerJson.Read<PersonItem>,
        ["household"] = AnswerJson.Read<HouseholdItem>,
        ["residencePermit"] = AnswerJson.Read<ResidencePermitItem>,
    }.ToFrozenDictionary(StringComparer.Ordinal));
}
