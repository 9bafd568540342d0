using Azure.Data.Tables;
using Azure.Storage.Queues;
using Enrollment.DevCluster.Azurite;

namespace Enrollment.Functions.Tests.DevCluster;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task NextAccount_TwoAccountsOfOneAzurite_ShareNeitherTablesNorQueues()
    {
        var azurite = await AzuriteProcess.SharedAsync();
        var (first, second) = (azurite.NextAccount(), azurite.NextAccount());
        await new TableClient(first.ConnectionString, "Applications").CreateAsync();
        await new QueueClient(first.ConnectionString, "verification").CreateAsync();

        Assert.NotEqual(first.Name, second.Name, StringComparer.Ordinal);
        Assert.Equal("Applications", Assert.Single(await TablesOf(first)));
        Assert.Empty(await TablesOf(second));
        Assert.True(await new QueueClient(first.ConnectionString, "verification").ExistsAsync());
        Assert.False(await new QueueClient(second.ConnectionString, "verification").ExistsAsync());
    }

    [Fact]
    public async Task StartAsync_TwoAtOnce_EachOnItsOwnPorts()
    {
        var both = await Task.WhenAll(AzuriteProcess.StartAsync(), AzuriteProcess.StartAsync());
        await using var one = both[0];
        await using var two = both[1];

        Assert.NotEqual(one.NextAccount().ConnectionString, two.NextAccount().ConnectionString, StringComparer.Ordinal);
    }

    private static async Task<List<string>> TablesOf(AzuriteAccount account) =>
        await new TableServiceClient(account.ConnectionString).QueryAsync().Select(table => table.Name).ToListAsync();
}
