namespace Enrollment.Functions.Tests.Schools;

/// <summary>Dies at one call to storage: before it is sent, after it was done, or with its answer lost and asked again.</summary>
internal sealed class CrashingHandler
{
    private int _call;
    private int _at;
    private How _how;

    public enum How
    {
        Before,
        After,
        AnswerLost,
    }

    /// <summary>Was the call reached?</summary>
    public bool HasCrashed { get; private set; }

    public void CrashAt(int call, How how) => (_call, _at, _how, HasCrashed) = (0, call, how, false);

    public DelegatingHandler Handler() => new Gate(this);

    private sealed class Gate(CrashingHandler crash) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref crash._call) != crash._at)
                return await base.SendAsync(request, cancellationToken);
            crash.HasCrashed = true;
            if (crash._how is How.Before)
                throw new CrashException();
            (await base.SendAsync(request, cancellationToken)).Dispose();
            // What the SDK knows as a broken connection it asks again.
            throw crash._how is How.AnswerLost ? new HttpRequestException("The connection broke.") : new CrashException();
        }
    }
}

internal sealed class CrashException : Exception;
