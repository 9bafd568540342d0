namespace Enrollment.LocalHost.Admin;

internal sealed record CounterReading(string Meter, string Name, IReadOnlyDictionary<string, string> Tags, double Value);
