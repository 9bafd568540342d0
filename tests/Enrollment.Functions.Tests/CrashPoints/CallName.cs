using System.Text.RegularExpressions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>What a call is, without the keys in it: "table insert Claims", "queue send verify-police", "department police".</summary>
internal static partial class CallName
{
    public static string Of(HttpRequestMessage request)
    {
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        if (path.EndsWith("/queries", StringComparison.Ordinal))
            return $"department {path.Split('/')[^2]}";
        var verb = request.Method.Method switch { "POST" => "insert", "GET" => "read", "DELETE" => "delete", _ => "update" };
        if (path.EndsWith("/messages", StringComparison.Ordinal))
            return $"queue send {path.Split('/')[^2]}";
        if (path.StartsWith("/notices", StringComparison.Ordinal))
            return verb == "read" ? "gateway ask" : "gateway hand";
        if (path.EndsWith("/$batch", StringComparison.Ordinal))
            return "table transaction";
        if (path.EndsWith("/scan", StringComparison.Ordinal))
            return "scanner";
        // account/container/application/file
        if (path.Split('/') is [_, _, "evidence", _, _])
            return $"blob {verb} evidence";
        // account/container/school/run/file
        if (path.Count(c => c == '/') == 5)
            return $"blob {verb} {path.Split('/')[^1]}";
        return $"table {verb} {TableIn().Match(path.Split('/')[^1]).Value}";
    }

    [GeneratedRegex("^[A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableIn();
}
