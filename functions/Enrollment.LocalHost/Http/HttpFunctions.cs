using Enrollment.LocalHost.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.LocalHost.Http;

internal static class HttpFunctions
{
    public static void MapHttpFunctions(this IEndpointRouteBuilder endpoints, FunctionCatalog catalog, string routePrefix, HttpInvoker invoker)
    {
        foreach (var function in catalog.With<FunctionTrigger.Http>())
        {
            var trigger = (FunctionTrigger.Http)function.Trigger;
            var route = string.Join('/', new[] { routePrefix.Trim('/'), trigger.Route.Trim('/') }.Where(part => part.Length > 0));
            var method = new FunctionMethod(function);
            var endpoint = trigger.Methods.Count == 0
                ? endpoints.Map(route, context => invoker.InvokeAsync(method, context))
                : endpoints.MapMethods(route, trigger.Methods.Select(name => name.ToUpperInvariant()), context => invoker.InvokeAsync(method, context));
            endpoint.WithDisplayName(function.Name);
        }
    }
}
