using System.Diagnostics;

namespace Enrollment.Files.Tests.Rosters;

/// <summary>Looks at the heap whenever the reader asks for more of the file; what is garbage but not yet collected counts too.</summary>
internal sealed class WatchedStream(Stream inner) : Stream
{
    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    public long MostHeap { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        MostHeap = Math.Max(MostHeap, GC.GetTotalMemory(forceFullCollection: false));
        return inner.Read(buffer, offset, count);
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
