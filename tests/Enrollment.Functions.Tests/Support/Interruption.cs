namespace Enrollment.Functions.Tests.Support;

/// <summary>Lets something else happen between a decision and the transaction that stores it.</summary>
internal sealed class Interruption
{
    private Func<Task>? _next;

    /// <summary>Done once, right before the next transaction is sent.</summary>
    public void BeforeNextTransaction(Func<Task> doing) => _next = doing;

    public DelegatingHandler Handler() => new Gate(this);

    private sealed class Gate(Interruption interruption) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal) && Interlocked.Exchange(ref interruption._next, null) is { } doing)
                await doing();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
