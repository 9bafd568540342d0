using System.Collections.Frozen;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments.Police;

/// <summary>What 公安 may send: its wire form is the domain's records, member by member.</summary>
internal static class PoliceItems
{
    public static FrozenDictionary<string, ItemReader> Kinds { get; } = new Dictionary<string, ItemReader>(StringComparer.Ordinal)
    {
        ["person"] = AnswerJson.Read<PersonItem>,
        ["household"] = AnswerJson.Read<HouseholdItem>,
        ["residencePermit"] = AnswerJson.Read<ResidencePermitItem>,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
