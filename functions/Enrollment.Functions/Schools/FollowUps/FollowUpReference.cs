namespace Enrollment.Functions.Schools.FollowUps;

/// <summary>What a registered child is called in addresses.</summary>
internal static class FollowUpReference
{
    private const int Length = 32;

    public static bool Is(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
