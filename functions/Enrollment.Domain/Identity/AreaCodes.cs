namespace Enrollment.Domain.Identity;

/// <summary>Administrative areas (GB/T 2260), as far as an identity number lets itself be judged by them.</summary>
public static class AreaCodes
{
    // County codes change every year and old numbers keep theirs: only the province can be checked without refusing real people.
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91",
    ];

    /// <summary>True when the two digits name a province-level area, or 81-83 and 91 of the permits for Hong Kong, Macao, Taiwan and foreigners.</summary>
    public static bool IsProvince(ReadOnlySpan<char> twoDigits) =>
        Provinces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(twoDigits);
}
