using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Enrollment.Functions.Departments;

/// <summary>Asks one department. One instance each, because its circuit and its permits are shared by all calls to it.</summary>
internal sealed class DepartmentExchange
{
    private readonly Department _department;
    private readonly DepartmentCall _call;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _totalTimeout;
    private readonly bool _isCalled;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline<AskResult> _pipeline;

    public DepartmentExchange(Department department, DepartmentOptions options, IHttpClientFactory clients, TimeProvider clock,
        ILogger<DepartmentCall> logger)
    {
        _department = department;
        _call = new DepartmentCall(WebhookKey.Parse(options.RequestKey), clients, clock, logger);
        _clock = clock;
        _totalTimeout = options.TotalTimeout;
        _isCalled = options.Mode is DepartmentMode.Call;
        Measures.CircuitState.Record((long)CircuitState.Closed, Measures.OfDepartment(DepartmentPaths.Of(department)));
        _pipeline = DepartmentPipeline.Create(options, clock, _circuit, Measures.OfDepartment(DepartmentPaths.Of(department)));
    }

    public CircuitState Circuit => _circuit.CircuitState;

    public async Task<AskResult> AskAsync(DepartmentQuery query, CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        var result = await ResultAsync(query, cancellationToken);
        Measures.DepartmentTime.Record(_clock.GetElapsedTime(began).TotalSeconds, Measures.OfDepartment(DepartmentPaths.Of(_department)), Measures.WithOutcome(result.Outcome));
        return result;
    }

    private async Task<AskResult> ResultAsync(DepartmentQuery query, CancellationToken cancellationToken)
    {
        if (query.Department != _department)
            throw new ArgumentException($"A question to {query.Department} came to {_department}.", nameof(query));
        if (!_isCalled)
            return new AskResult.Unreachable(UnreachableReason.AnswersByFile);
        var request = new QueryToSend(query, QueryBody.Bytes(query, _clock.GetUtcNow()));
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(DepartmentPipeline.Deadline, _clock.GetUtcNow() + _totalTimeout);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, state) => await state.Call.SendAsync(state.Request, context.CancellationToken),
                context,
                (Call: _call, Request: request));
        }
        catch (BrokenCircuitException e)
        {
            return new AskResult.Unreachable(UnreachableReason.CircuitOpen, e.RetryAfter);
        }
        catch (RateLimiterRejectedException)
        {
            return new AskResult.Unreachable(UnreachableReason.Saturated);
        }
        // Injected; a real one is told by DepartmentCall.
        catch (HttpRequestException)
        {
            return new AskResult.Unreachable(UnreachableReason.ConnectionFailed);
        }
        catch (TimeoutRejectedException)
        {
            return new AskResult.Unreachable(UnreachableReason.Timeout);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
