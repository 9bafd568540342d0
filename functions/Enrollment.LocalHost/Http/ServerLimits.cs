using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Enrollment.LocalHost.Http;

internal static class ServerLimits
{
    private const long LargestBody = 16 * 1024 * 1024;

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
        options.Limits.MaxConcurrentConnections = 4096;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
