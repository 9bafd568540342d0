using Enrollment.DevCluster;
using Enrollment.Domain.Tests;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>The commands of docs/admission-ceremony.md, as they stand there, run by a shell with curl against a service that works by itself.</summary>
public sealed class CeremonyPageTests(PageFixture page) : IClassFixture<PageFixture>
{
    [Fact]
    public async Task Page_ItsCommands_LeadFromAnOrderToNoticesAndPrintWhatThePageSays()
    {
        Parent[] families = [page.Service.Parent(FamilyPool.Plain), page.Service.Parent(FamilyPool.Plain), page.Service.Parent("migrant-permit-and-work")];
        var ids = await Task.WhenAll(families.Select(family => family.ApplyAsync()));
        foreach (var (family, id) in families.Zip(ids))
            Assert.True(await Until.TrueAsync(async () => (await family.GetAsync(id)).Json.GetProperty("status").GetString() == "Verified"), "not verified");

        var ran = await new RunnablePage(Repository.Root, "docs/admission-ceremony.md").RunAsync(page.Folder,
            $"HOST='{page.Host}'", $"APPLICATION='{ids[0]}'", $"TOKEN='{families[0].Token}'",
            $"BUREAU_TOKEN='{Bureau.First}'", $"BUREAU_TOKEN_2='{Bureau.Second}'");

        Assert.Equal(8, ran.Count);
        Assert.All(ran, one => one.AssertPrintsWhatThePageSays());
    }
}
