using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Clients of what the service asks outside: departments, the malware scanner, the gateway of notices.</summary>
internal static class OutboundClients
{
    /// <summary>Time is the pipeline's or the caller's to bound; a redirect would carry what is signed for one to another; nobody is traced into, and the caller names its own span.</summary>
    public static IHttpClientBuilder AddOutboundClient(this IServiceCollection services, string name, Action<SocketsHttpHandler, IServiceProvider>? more = null) => services
        .AddHttpClient(name)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, provider) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.ActivityHeadersPropagator = null;
            more?.Invoke(handler, provider);
        })
        .RemoveAllLoggers();
}
