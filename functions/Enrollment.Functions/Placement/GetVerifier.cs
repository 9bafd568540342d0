using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Placement;

/// <summary>The page that runs a record again in a family's own browser, from this service's own address: the QR code of a posting list leads here.</summary>
internal sealed class GetVerifier
{
    // The page's own policy, and that nobody frames it: as headers, because a frame rule in the page does not count.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["page.css"] = "text/css; charset=utf-8",
        ["page.js"] = "text/javascript; charset=utf-8",
        ["verify.js"] = "text/javascript; charset=utf-8",
        ["admission.js"] = "text/javascript; charset=utf-8",
    };

    [Function(nameof(GetVerifier))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verify/{file}")] HttpRequest request, string file)
    {
        if (!Types.TryGetValue(file, out var type))
            return Problems.Of(request, FaultCode.NotFound);
        var headers = request.HttpContext.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "no-referrer");
        headers.CacheControl = "public, max-age=3600";
        return Results.Stream(typeof(GetVerifier).Assembly.GetManifestResourceStream($"verify/{file}")!, type);
    }
}
