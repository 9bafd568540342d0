namespace Enrollment.DevCluster.Demo;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("enrollment-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
