using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Enrollment.Functions.Platform;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Hears what the service measures in the flow of this test, and no other's; or everybody's, where a library leaves the flow.</summary>
internal sealed class Gauges : IDisposable
{
    private static readonly AsyncLocal<Gauges?> Current = new();

    private readonly ConcurrentQueue<(string Name, string? Of, double Value)> _measured = new();
    private readonly MeterListener _listener = new();
    private readonly bool _isForAll;

    public Gauges(bool isForAll = false)
    {
        _isForAll = isForAll;
        Current.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values of an instrument, of one queue or department, in their order.</summary>
    public IReadOnlyList<double> Of(Instrument instrument, string? of = null) =>
        [.. _measured.Where(one => one.Name == instrument.Name && one.Of == of).Select(one => one.Value)];

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_isForAll || Current.Value == this)
            _measured.Enqueue((instrument.Name, tags.Length == 0 ? null : tags[0].Value?.ToString(), value));
    }
}
