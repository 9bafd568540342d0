namespace Enrollment.Functions.Tests.Support;

/// <summary>What the commands of a page run against: a service that works by itself, and a folder for what they write.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-page-");
    private Service? _service;

    internal Service Service => _service!;

    internal string Folder => _folder.FullName;

    /// <summary>As pages name it, HOST.</summary>
    internal string Host => Service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions { IsPumping = true });

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
