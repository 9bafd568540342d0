using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Enrollment.DevCluster.Demo;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Every personal value as it might stand in a file: plain, in JSON, in an address; and a number's plain hash, which is as good as the number.</summary>
internal static class Canaries
{
    public static IEnumerable<string> Of(IEnumerable<DemoFamily> families) => families.SelectMany(PersonalValues).Distinct(StringComparer.Ordinal)
        .SelectMany(value => (string[])[value, JsonEncodedText.Encode(value).ToString(), Uri.EscapeDataString(value), Unkeyed(value)])
        .Distinct(StringComparer.Ordinal);

    public static string Unkeyed(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    public static void AssertNobodyIn(string text, IEnumerable<DemoFamily> families)
    {
        var at = text.AsSpan().IndexOfAny(SearchValues.Create([.. Of(families)], StringComparison.OrdinalIgnoreCase));

        Assert.True(at < 0, at < 0 ? "" : $"somebody's data in: …{text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)]}…");
    }

    private static IEnumerable<string> PersonalValues(DemoFamily family)
    {
        var form = family.Form;
        foreach (var person in (string[])["child", "guardian", "otherGuardian"])
        {
            foreach (var field in (string[])["name", "documentNumber", "phone"])
            {
                if (form.GetProperty(person) is { ValueKind: JsonValueKind.Object } present && present.TryGetProperty(field, out var value))
                    yield return value.GetString()!;
            }
        }
        yield return form.GetProperty("residence").GetProperty("address").GetString()!;
        if (form.GetProperty("household") is { ValueKind: JsonValueKind.Object } household)
            yield return household.GetProperty("address").GetString()!;
    }
}
