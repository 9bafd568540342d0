using Enrollment.Functions.Platform.Storage;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Notices;

internal static class NoticesRegistration
{
    // Long enough to reuse connections, short enough to follow a moved address.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<NoticeOptions>(configuration, NoticeOptions.Section);
        services.AddHttpClient(NoticeGateway.HttpClient)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                // The gateway is nobody's to be traced into; NoticeGateway names its own span.
                handler.ActivityHeadersPropagator = null;
                handler.PooledConnectionLifetime = ConnectionLifetime;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton(new QueueName(NoticeQueues.Notices))
            .AddSingleton(new QueueName(NoticeQueues.Poison))
            .AddSingleton<NoticeGateway>()
            .AddSingleton<NoticeStore>()
            .AddSingleton<NoticeHandings>();
    }
}
