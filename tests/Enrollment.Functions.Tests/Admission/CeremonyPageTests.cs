using Enrollment.DevCluster;
using Enrollment.Domain.Tests;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>The commands of docs/admission-ceremony.md, as they stand there, run by a shell with curl against a service that works by itself.</summary>
public sealed class CeremonyPageTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-ceremony-");
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions { IsPumping = true });

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Page_ItsCommands_LeadFromAnOrderToNoticesAndPrintWhatThePageSays()
    {
        Parent[] families = [_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain), _service.Parent("migrant-permit-and-work")];
        var ids = await Task.WhenAll(families.Select(family => family.ApplyAsync()));
        foreach (var (family, id) in families.Zip(ids))
            Assert.True(await Until.TrueAsync(async () => (await family.GetAsync(id)).Json.GetProperty("status").GetString() == "Verified"), "not verified");

        var ran = await new RunnablePage(Repository.Root, "docs/admission-ceremony.md").RunAsync(_folder.FullName,
            $"HOST='{_service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}'", $"APPLICATION='{ids[0]}'", $"TOKEN='{families[0].Token}'",
            $"BUREAU_TOKEN='{Bureau.First}'", $"BUREAU_TOKEN_2='{Bureau.Second}'");

        Assert.Equal(8, ran.Count);
        Assert.All(ran, one => one.AssertPrintsWhatThePageSays());
    }
}
