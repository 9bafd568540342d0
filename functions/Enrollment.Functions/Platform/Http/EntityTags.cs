using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Conditional requests (RFC 9110 13).</summary>
internal static class EntityTags
{
    /// <summary>Whether the caller has this version already; proxies may have weakened the tag.</summary>
    public static bool Has(HttpRequest request, string version) => request.GetTypedHeaders().IfNoneMatch.Any(tag =>
        tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(version), useStrongComparison: false));

    /// <summary>Whether the caller means this version.</summary>
    public static bool Means(HttpRequest request, string version) => request.GetTypedHeaders().IfMatch.Any(tag =>
        tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(version), useStrongComparison: true));
}
