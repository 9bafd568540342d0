using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Enrollment.LocalHost.Admin;

/// <summary>Sums every counter of the meters that are ours, by meter, name and tags.</summary>
internal sealed class CounterListener : IDisposable
{
    private const string MeterPrefix = "Enrollment";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, CounterReading> _readings = new(StringComparer.Ordinal);

    public CounterListener()
    {
        _listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Meter.Name.StartsWith(MeterPrefix, StringComparison.Ordinal) && IsCounter(instrument))
                meters.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((counter, value, tags, _) => Add(counter, value, tags));
        _listener.SetMeasurementEventCallback<int>((counter, value, tags, _) => Add(counter, value, tags));
        _listener.SetMeasurementEventCallback<double>((counter, value, tags, _) => Add(counter, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<CounterReading> Read() =>
        [.. _readings.OrderBy(reading => reading.Key, StringComparer.Ordinal).Select(reading => reading.Value)];

    public void Dispose() => _listener.Dispose();

    private static bool IsCounter(Instrument instrument) => instrument is Counter<long> or Counter<int> or Counter<double>;

    private void Add(Instrument counter, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, tag) in tags)
            named[name] = Convert.ToString(tag, CultureInfo.InvariantCulture) ?? string.Empty;
        var key = $"{counter.Meter.Name} {counter.Name} {string.Join(' ', named.Select(tag => $"{tag.Key}={tag.Value}"))}";
        _readings.AddOrUpdate(
            key,
            _ => new CounterReading(counter.Meter.Name, counter.Name, named, value),
            (_, reading) => reading with { Value = reading.Value + value });
    }
}
