using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.LocalHost.Invocation;

/// <summary>Runs queue and timer functions: one scope each, bounded by functionTimeout.</summary>
internal sealed class FunctionRunner(
    IServiceScopeFactory scopes, HostSettings settings, TimeProvider time, ILogger<FunctionRunner> logger)
{
    public FunctionRun Start(FunctionMethod method, object trigger, CancellationToken abandoned)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
        var invocation = InvokeAsync(method, trigger, stop.Token);
        var outcome = ObserveAsync(method.Function.Name, invocation, stop);
        return new FunctionRun(outcome, EndAsync(invocation, outcome, stop));
    }

    private async Task InvokeAsync(FunctionMethod method, object trigger, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await method.InvokeAsync(new InvocationContext(trigger, scope.ServiceProvider, cancellation));
    }

    private async Task<InvocationOutcome> ObserveAsync(string function, Task invocation, CancellationTokenSource stop)
    {
        try
        {
            await invocation.WaitAsync(settings.FunctionTimeout, time, stop.Token);
            return InvocationOutcome.Succeeded;
        }
        catch (TimeoutException) when (!invocation.IsCompleted)
        {
            logger.LogError("Function {Function} exceeded its timeout of {Timeout} and is abandoned", function, settings.FunctionTimeout);
            await stop.CancelAsync();
            return InvocationOutcome.Abandoned;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            logger.LogWarning("Function {Function} is abandoned by a stopping host", function);
            return InvocationOutcome.Abandoned;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Function {Function} failed", function);
            return InvocationOutcome.Failed;
        }
    }

    private static async Task EndAsync(Task invocation, Task outcome, CancellationTokenSource stop)
    {
        await outcome;
        await invocation.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}
