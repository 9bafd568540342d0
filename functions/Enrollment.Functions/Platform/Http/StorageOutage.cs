using Azure;
using Enrollment.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Platform.Http;

/// <summary>Tells a caller that storage did not answer. For HTTP only: in a queue trigger the exception must escape, so that the host retries.</summary>
internal static class StorageOutage
{
    public static async Task<IResult> AnswerAsync(HttpRequest request, Func<Task<IResult>> operation)
    {
        try
        {
            return await operation();
        }
        catch (Exception e) when (IsOutage(e) && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(StorageOutage))
                .LogError(e, "Storage did not answer {Method} {Route}", request.Method, request.HttpContext.GetEndpoint()?.DisplayName);
            return Problems.Of(request, FaultCode.TemporarilyUnavailable);
        }
    }

    // The SDK throws the failures of all its retries as one.
    private static bool IsOutage(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 429 or >= 500,
        // The SDK gave up waiting; a caller who did is told apart above.
        OperationCanceledException => true,
        AggregateException retries => retries.InnerExceptions.All(IsOutage),
        _ => false,
    };
}
