using System.Text.RegularExpressions;

namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>The crash points are complete only while every client comes from StorageAccount, over an HTTP client that they look into.</summary>
public sealed partial class ClientCreationTests
{
    [Fact]
    public void Clients_AreMadeOnlyWhereTheirCallsCanBeSeen()
    {
        var product = Path.GetDirectoryName(Repository("functions/Enrollment.Functions/Enrollment.Functions.csproj"))!;

        var elsewhere = Directory.EnumerateFiles(product, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(product, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Where(file => Creation().IsMatch(File.ReadAllText(Path.Combine(product, file))));

        Assert.Empty(elsewhere);
    }

    [GeneratedRegex(@"new\s+(?:HttpClient|SocketsHttpHandler|HttpClientHandler|TableServiceClient|TableClient|QueueServiceClient|QueueClient|BlobServiceClient|BlobContainerClient|BlobClient)\s*\(",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Creation();

    private static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, path)))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No {path} above the tests.");
        return Path.Combine(folder.FullName, path);
    }
}
