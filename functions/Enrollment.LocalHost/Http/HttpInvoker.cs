using Enrollment.LocalHost.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Http;

internal sealed class HttpInvoker(HostSettings settings, TimeProvider time, ILogger<HttpInvoker> logger)
{
    public async Task InvokeAsync(FunctionMethod method, HttpContext context)
    {
        using var timeout = new CancellationTokenSource(settings.FunctionTimeout, time);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        RequestSpan.Begin(context, method.Function.Name);
        try
        {
            var result = (IResult?)await method.InvokeAsync(new InvocationContext(context.Request, context.RequestServices, cancel.Token));
            await (result ?? Results.NoContent()).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The caller of {Function} went away", method.Function.Name);
        }
        catch (BadHttpRequestException exception)
        {
            Fail(context, exception.StatusCode);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Function {Function} failed", method.Function.Name);
            Fail(context, StatusCodes.Status500InternalServerError);
        }
        finally
        {
            RequestSpan.End(context);
        }
    }

    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
    }
}
