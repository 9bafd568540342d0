namespace Enrollment.Domain.Identity;

/// <summary>Administrative areas (GB/T 2260), as far as an identity number lets itself be judged by them.</summary>
public static class AreaCodes
{
    // County codes change every year and old numbers keep theirs: only the province can be checked without refusing real people.
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    /// <summary>True when the two digits name a province-level area, or are 81-83 of the 港澳台居民居住证.</summary>
    /// <remarks>
    /// A first digit 9 is the foreigner's permanent residence card of 2023 (machine-readable rules of the National Immigration
    /// Administration, 2023: citizens 1-8, foreigners 9). It is no citizen's number and no paper this service reads yet.
    /// </remarks>
    public static bool IsProvince(ReadOnlySpan<char> twoDigits) =>
        Provinces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(twoDigits);

    /// <summary>True for 81 (Hong Kong), 82 (Macao) and 83 (Taiwan), which stand in residence permits and in no citizen's number.</summary>
    public static bool IsHongKongMacaoTaiwan(ReadOnlySpan<char> twoDigits) => twoDigits is "81" or "82" or "83";
}
