using Enrollment.Domain.Draws;
using Enrollment.Domain.Placement;

namespace Enrollment.Files.Tests.Verifying;

/// <summary>What somebody might do to a published record, and the step that shows it.</summary>
internal static class Forgeries
{
    private const int FirstPupil = 5;

    public static readonly IReadOnlyList<(string Step, Func<PlacementRecord, PlacementRecord> Forge)> All =
    [
        ("format", record => record with { Format = "enrollment-placement-record/2" }),
        ("list", record => record with { List = [.. record.List, "one line more"] }),
        ("sha256", record => record with { List = Replace(record.List, "year 2026", "year 2027") }),
        ("sha256", record => record with { Digests = record.Digests with { Sha256 = Digest.Of("another"u8) } }),
        ("sm3", record => record with { Digests = record.Digests with { Sm3 = Digest.Of("another"u8) } }),
        ("commitment", record => record with { Secret = OneDigitElse(record.Secret) }),
        ("entropy", record => record with { Entropy = record.Entropy[..38] }),
        ("seed", record => record with { Entropy = OneDigitElse(record.Entropy) }),
        ("seed", record => record with { Seed = Digest.Of("another"u8) }),
        ("groups", record => record with { Result = Replace(record.Result, record.Result[2], "attempts 1999") }),
        ("numbers", record => record with { Result = Replace(record.Result, record.Result[3], Swapped(record.Result[3])) }),
        ("classes", record => record with { Result = Replace(record.Result, record.Result[FirstPupil], InAnotherClass(record)) }),
        ("result", record => record with { ResultSha256 = Digest.Of("another"u8) }),
        ("result", record => record with { Result = [.. record.Result, "one line more"] }),
        ("late", record => record with { Late = [.. record.Late, new LateJoiner(RowCode.Of(ulong.MaxValue), Domain.Identity.Sex.Male, SpecialNeeds: false, Digest.Of("no link"u8), 1)] }),
        // A pupil moved to the class their family likes, and another moved back, so that the heads still fit.
        ("groups", TwoPupilsExchanged),
    ];

    private static PlacementRecord TwoPupilsExchanged(PlacementRecord record)
    {
        var lines = record.Result.ToArray();
        var first = lines[FirstPupil].Split(' ');
        var other = Array.FindIndex(lines, FirstPupil, line => line.Split(' ')[1] != first[1]);
        var second = lines[other].Split(' ');
        lines[FirstPupil] = $"{first[0]} {second[1]} {second[2]}";
        lines[other] = $"{second[0]} {first[1]} {first[2]}";
        return record with { Result = lines };
    }

    private static string InAnotherClass(PlacementRecord record)
    {
        var parts = record.Result[FirstPupil].Split(' ');
        return $"{parts[0]} {parts[1]} {(parts[2] == "1" ? "2" : "1")}";
    }

    private static string Swapped(string numbers)
    {
        var parts = numbers.Split(' ');
        (parts[1], parts[2]) = (parts[2], parts[1]);
        return string.Join(' ', parts);
    }

    private static string OneDigitElse(string digits) => (digits[0] == '1' ? '2' : '1') + digits[1..];

    private static string[] Replace(IReadOnlyList<string> lines, string line, string by) => [.. lines.Select(known => known == line ? by : known)];
}
