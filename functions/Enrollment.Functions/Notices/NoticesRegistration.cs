using Enrollment.Functions.Platform.Http;
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
        services.AddOutboundClient(NoticeGateway.HttpClient, (handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return services
            .AddSingleton(new QueueName(NoticeQueues.Notices))
            .AddSingleton(new QueueName(NoticeQueues.Poison))
            .AddSingleton<NoticeGateway>()
            .AddSingleton<NoticeStore>()
            .AddSingleton<NoticeHandings>();
    }
}
