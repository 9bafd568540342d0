namespace Enrollment.Benchmarks;

/// <summary>The run says nothing about speed, because something in it did not work.</summary>
public sealed class BenchmarkFailedException(string message) : Exception(message);
