using Azure;
using Azure.Data.Tables;
using Enrollment.Benchmarks.Pipeline;

namespace Enrollment.Benchmarks.Floor;

/// <summary>An application on its way. A perfect program has the application row's ETag at hand when it needs it, so no race is lost here.</summary>
internal sealed class FloorApplication(string id, Mover mover, TableEntity due) : IDisposable
{
    public string Id => id;

    public Mover Mover => mover;

    public TableEntity Due => due;

    /// <summary>Whose turn it is to write the application row.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Of the application row; read and written by whose turn it is.</summary>
    public ETag ETag { get; set; }

    /// <summary>Counted down by whose turn it is.</summary>
    public int ChecksOutstanding { get; set; }

    public void Dispose() => Turn.Dispose();
}
