using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Callbacks;

/// <summary>One attempt at one callback.</summary>
internal sealed class CallbackPost(CallbackAddress address, CallbackSchedule schedule, Counters counters, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _connections = new(64);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <returns>True when the receiver took it.</returns>
    public async Task<bool> Send(Department department, Callback callback, CancellationToken stopping)
    {
        await _connections.WaitAsync(stopping);
        try
        {
            var outcome = await Attempt(department, callback, stopping);
            counters.CallbackEnded(department, outcome);
            return outcome is ['2', _, _];
        }
        finally
        {
            _connections.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _connections.Dispose();
    }

    private async Task<string> Attempt(Department department, Callback callback, CancellationToken stopping)
    {
        if (address.For(department.Path) is not { } target)
            return "no-address";

        using var timeout = new CancellationTokenSource(schedule.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            using var request = Request(target, callback);
            using var response = await _http.SendAsync(request, either.Token);
            return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException)
        {
            return "unreachable";
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    private HttpRequestMessage Request(Uri target, Callback callback)
    {
        var message = SignedMessage.Create(callback.Key, callback.WebhookId, time.GetUtcNow() - callback.Age, callback.Body);
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(callback.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp);
        request.Headers.Add("webhook-signature", message.Signatures);
        return request;
    }
}
