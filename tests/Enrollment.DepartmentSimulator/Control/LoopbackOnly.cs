using System.Net;

namespace Enrollment.DepartmentSimulator.Control;

internal static class LoopbackOnly
{
    /// <summary>Hides the endpoint from callers on other machines, whatever addresses the server listens on.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
            ? await next(context)
            : Results.NotFound();
}
