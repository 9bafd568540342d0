using System.Collections.Frozen;
using System.Text.Json;

namespace Enrollment.Domain.Admission.Lists;

/// <summary>The members of an enumeration as canonical texts write them: <c>SettlementDate</c> is <c>settlement-date</c>.</summary>
internal static class Words<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Written =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Read =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static string Of(T value) => Written[value];

    public static T? From(string word) => Read.TryGetValue(word, out var value) ? value : null;
}
