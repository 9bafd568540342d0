namespace Enrollment.Files.Policies;

internal static class JsonPaths
{
    /// <summary>From a JSON Pointer (RFC 6901) to the paths our errors use: <c>/rules/3/id</c> is <c>$.rules[3].id</c>.</summary>
    internal static string Of(string pointer) => string.Concat(pointer.Split('/').Skip(1).Select(Step).Prepend("$"));

    private static string Step(string step) => step.Length is > 0 and < 6 && step.All(char.IsAsciiDigit)
        ? $"[{step}]"
        : "." + step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
