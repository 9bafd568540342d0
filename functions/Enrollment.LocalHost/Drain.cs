namespace Enrollment.LocalHost;

/// <summary>The time a stopping host grants what is in flight.</summary>
internal sealed class Drain(HostSettings settings, TimeProvider time)
{
    /// <summary>Whether all of it ended in time.</summary>
    public async Task<bool> WaitAsync(IEnumerable<Task> inFlight)
    {
        try
        {
            await Task.WhenAll(inFlight).WaitAsync(settings.Local.DrainTimeout, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
