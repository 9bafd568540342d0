using System.Globalization;

namespace Enrollment.DevCluster.Seeds;

/// <summary>Unified social credit codes (GB 32100-2015) of companies in an area no county has.</summary>
internal static class EmployerCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    public static string Next(Chance chance)
    {
        var body = chance.Below(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        var code = string.Create(CultureInfo.InvariantCulture, $"913599{chance.Between(1, 99):00}{body}{OrganizationCheck(body)}");
        return code + Check(code);
    }

    // GB 11714: the nine characters of the organization code carry a check of their own.
    private static char OrganizationCheck(string body)
    {
        var sum = body.Select((digit, i) => (digit - '0') * OrganizationWeights[i]).Sum();
        return "0123456789X"[(11 - (sum % 11)) % 11];
    }

    private static char Check(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in code)
            (sum, weight) = (sum + (Alphabet.IndexOf(character, StringComparison.Ordinal) * weight), weight * 3 % 31);
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
