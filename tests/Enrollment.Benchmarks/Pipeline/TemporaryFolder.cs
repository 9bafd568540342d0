namespace Enrollment.Benchmarks.Pipeline;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("enrollment-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
