using System.Globalization;
using Enrollment.Domain.Identity;

namespace Enrollment.DevCluster.Seeds;

/// <summary>
/// Hands out identity numbers of people who do not exist: areas 359901-359999, which no county has. Written anew rather than
/// taken from the product, so that the seeds can show the product wrong.
/// </summary>
internal sealed class IdentityNumbers
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Next(Chance chance, DateOnly born, Sex sex) =>
        Next(chance, () => string.Create(CultureInfo.InvariantCulture, $"3599{chance.Between(1, 99):00}"), born, sex);

    /// <summary>港澳台居民居住证: the same form with area 810000, 820000 or 830000.</summary>
    public string NextPermit(Chance chance, string area, DateOnly born, Sex sex) => Next(chance, () => area, born, sex);

    private string Next(Chance chance, Func<string> area, DateOnly born, Sex sex)
    {
        while (true)
        {
            var sequence = (chance.Below(500) * 2) + (sex is Sex.Male ? 1 : 0);
            var digits = string.Create(CultureInfo.InvariantCulture, $"{area()}{born:yyyyMMdd}{sequence:000}");
            var number = digits + Check(digits);
            if (_taken.Add(number))
                return number;
        }
    }

    // ISO 7064 MOD 11-2, the sum by Horner's rule: each step doubles, which is what the weights 2^(17-i) mod 11 say.
    private static char Check(string digits)
    {
        var sum = digits.Aggregate(0, (sum, digit) => (sum + digit - '0') * 2 % 11);
        return "0123456789X"[(12 - sum) % 11];
    }
}
