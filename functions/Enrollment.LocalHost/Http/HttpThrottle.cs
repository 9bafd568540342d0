using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Enrollment.LocalHost.Http;

/// <summary>host.json's maxConcurrentRequests and maxOutstandingRequests; what is over gets 429.</summary>
internal sealed class HttpThrottle : IAsyncDisposable
{
    private readonly ConcurrencyLimiter? _limiter;

    public HttpThrottle(HttpSettings settings)
    {
        var (concurrent, outstanding) = (settings.MaxConcurrentRequests, settings.MaxOutstandingRequests);
        if (concurrent == HttpSettings.Unlimited && outstanding == HttpSettings.Unlimited)
            return;
        var permits = concurrent == HttpSettings.Unlimited ? outstanding : concurrent;
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = permits,
            QueueLimit = outstanding == HttpSettings.Unlimited ? int.MaxValue : Math.Max(0, outstanding - permits),
        });
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (_limiter is null)
        {
            await next(context);
            return;
        }

        using var permit = await _limiter.AcquireAsync(cancellationToken: context.RequestAborted);
        if (permit.IsAcquired)
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    public ValueTask DisposeAsync() => _limiter?.DisposeAsync() ?? ValueTask.CompletedTask;
}
