using Enrollment.LocalHost.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.LocalHost.Admin;

internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder endpoints, FunctionCatalog catalog, CounterListener counters)
    {
        endpoints.MapGet("/admin/metrics", () => Results.Json(counters.Read()));
        endpoints.MapGet("/admin/functions", () => Results.Json(FunctionSurface.Of(catalog)));
    }
}
