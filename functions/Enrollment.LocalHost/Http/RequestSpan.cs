using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.LocalHost.Http;

/// <summary>Names the server's own span as the Functions host does: by method, route and outcome, and by nothing that a caller chose.</summary>
internal static class RequestSpan
{
    public static void Begin(HttpContext context, string function)
    {
        if (Activity.Current is not { Recorded: true } activity || context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route })
            return;
        activity.DisplayName = $"{context.Request.Method} {route}";
        activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("faas.name", function);
    }

    public static void End(HttpContext context)
    {
        if (Activity.Current is not { Recorded: true } activity)
            return;
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            activity.SetStatus(ActivityStatusCode.Error);
    }
}
