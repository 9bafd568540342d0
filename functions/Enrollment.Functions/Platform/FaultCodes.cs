using System.Collections.Frozen;
using System.Text.Json;
using Enrollment.Domain;

namespace Enrollment.Functions.Platform;

/// <summary>The wire form of a code: its name in kebab-case.</summary>
internal static class FaultCodes
{
    private static readonly FrozenDictionary<FaultCode, string> Names =
        Enum.GetValues<FaultCode>().ToFrozenDictionary(code => code, code => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()));

    public static string Wire(FaultCode code) => Names[code];
}
