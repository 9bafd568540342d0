using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Hears what leaves the service: requests to storage, traces, and the storage SDK's own log.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentQueue<string> _sdk = new();
    private readonly ActivityListener _listener;
    private readonly AzureEventSourceListener _events;

    public Recorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _traces.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.Select(e => string.Join(' ', e.Tags)))}"),
        };
        ActivitySource.AddActivityListener(_listener);
        _events = new AzureEventSourceListener((_, message) => _sdk.Enqueue(message), EventLevel.Verbose);
    }

    /// <summary>Address and body of every request.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public IReadOnlyCollection<string> Traces => _traces;

    public IReadOnlyCollection<string> SdkLog => _sdk;

    public DelegatingHandler Handler() => new Ear(_requests);

    public void Dispose()
    {
        _listener.Dispose();
        _events.Dispose();
    }

    private sealed class Ear(ConcurrentQueue<string> requests) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            requests.Enqueue($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.ToString())} {body}");
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
