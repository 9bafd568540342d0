using Enrollment.DevCluster;
using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Settings;

namespace Enrollment.Functions.Tests.Verification;

public sealed class PolicyVersionsTests : IDisposable
{
    private const int Year = 2026;

    private readonly string _folder = Directory.CreateTempSubdirectory("policies").FullName;
    private readonly string _policy = File.ReadAllText(Repository.PathOf("seeds/policies/licheng-2026.json"));

    public PolicyVersionsTests() => Write("licheng-2026.json", _policy);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_NothingDecidedYet_TakesAChangedFile()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        await using (await Service.StartAsync(Options(account)))
            Write("licheng-2026.json", Amended(_policy));

        await using var service = await Service.StartAsync(Options(account));

        Assert.NotNull(service.Get<Policies>().OfYear(Year));
    }

    [Fact]
    public async Task Start_PolicyDecidedAndItsFileChanged_IsRefused()
    {
        var account = await DecidedAsync();
        Write("licheng-2026.json", Amended(_policy));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Service.StartAsync(Options(account)));

        Assert.StartsWith("Policy licheng-2026.1 decided applications with digest ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("next version number", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PolicyDecidedAndItsFileGone_IsRefused()
    {
        var account = await DecidedAsync();
        File.Delete(Path.Combine(_folder, "licheng-2026.json"));
        Write("licheng-2026.2.json", Amended(_policy).Replace("licheng-2026.1", "licheng-2026.2", StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Service.StartAsync(Options(account)));

        Assert.Contains("its file is gone", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AmendmentUnderTheNextVersionAndAnotherLayoutOfTheOld_IsTaken()
    {
        var account = await DecidedAsync();
        Write("licheng-2026.json", _policy.ReplaceLineEndings("\r\n"));
        Write("licheng-2026.2.json", Amended(_policy).Replace("licheng-2026.1", "licheng-2026.2", StringComparison.Ordinal));

        await using var service = await Service.StartAsync(Options(account));

        Assert.Equal(("licheng-2026.2", "licheng-2026.1"), (service.Get<Policies>().OfYear(Year)!.Id, service.Get<Policies>().Of("licheng-2026.1").Id));
    }

    [Fact]
    public async Task Plan_TheFirstApplication_SealsThePolicyAndItsDecisionNamesTheDigest()
    {
        await using var service = await Service.StartAsync(Options(account: null));
        Assert.Empty(await service.Stored.RowsAsync(PolicyVersions.Table));

        var id = await service.Parent(FamilyPool.Plain).ApplyAsync();
        Assert.Empty(await service.Stored.RowsAsync(PolicyVersions.Table));
        await service.Hand.DrainAsync();

        var digest = service.Get<Policies>().OfYear(Year)!.Digest.ToString();
        var row = Assert.Single(await service.Stored.RowsAsync(PolicyVersions.Table));
        Assert.Equal(("2026", "licheng-2026.1", digest), (row.PartitionKey, row.RowKey, row.GetString("Digest")));
        var application = await service.Stored.ApplicationAsync(id);
        Assert.Equal(("Verified", digest), (application.GetString("Status"), application.GetString("PolicyDigest")));
    }

    [Fact]
    public async Task Seal_AnotherContentUnderTheSameId_IsRefused()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        await using var service = await Service.StartAsync(Options(account));
        Write("licheng-2026.json", Amended(_policy));
        await using var other = await Service.StartAsync(Options(account));
        await service.Get<PolicyVersions>().SealAsync(service.Get<Policies>().OfYear(Year)!.Id, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidDataException>(() => other.Get<PolicyVersions>().SealAsync(other.Get<Policies>().OfYear(Year)!.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("\"settledBefore\": \"2026-03-01\"", "\"settledBefore\": \"2026-02-30\"", "$.rules[6].parameters.settledBefore")]
    [InlineData("\"areaCode\": \"350502\",", "\"areaCode\": \"350502\", \"surprise\": 1,", "$.surprise")]
    [InlineData("\"code\": \"C1\"", "\"code\": \"First\"", "$.categories[0].code")]
    public async Task Start_BadPolicy_IsRefusedWithThePath(string good, string bad, string path)
    {
        Write("licheng-2026.json", _policy.Replace(good, bad, StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAsync<SettingsException>(() => Service.StartAsync(Options(account: null)));

        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<AzuriteAccount> DecidedAsync()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        await using var service = await Service.StartAsync(Options(account));
        await service.Get<PolicyVersions>().SealAsync(service.Get<Policies>().OfYear(Year)!.Id, CancellationToken.None);
        return account;
    }

    private static string Amended(string policy) => policy.Replace("\"settledBefore\": \"2026-03-01\"", "\"settledBefore\": \"2026-02-01\"", StringComparison.Ordinal);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private ServiceOptions Options(AzuriteAccount? account) => new()
    {
        Account = account,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Policies:Folder"] = _folder },
    };
}
