using Enrollment.Functions.Tests.Support;
using Enrollment.Functions.Verification;
using Enrollment.Functions.Verification.Recovery;

namespace Enrollment.Functions.Tests.Verification;

/// <summary>What no function can read, through the host's own queues to its end.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    private Service? _service;

    private Service Service => _service!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        IsPumping = true,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.200",
        },
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();

    [Fact]
    public async Task Garbage_InEveryQueue_IsParkedAndHoldsNobodyUp()
    {
        foreach (var queue in VerificationQueues.All)
        {
            await Service.Stored.SendRawAsync(queue, "not base64!");
            await Service.Stored.SendRawAsync(queue, Convert.ToBase64String("not json"u8));
            await Service.Stored.SendRawAsync(queue, Convert.ToBase64String("{\"applicationId\":null}"u8));
        }
        var parent = Service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();

        Assert.True(await Until.TrueAsync(async () => (await Service.Stored.RowsAsync(DeadLetters.Table)).Count == 3 * VerificationQueues.All.Count), "all parked");
        Assert.True(await Until.TrueAsync(async () => (await parent.GetAsync(id)).Json.GetProperty("status").GetString() == "Verified"), "settled");

        Assert.All(await Service.Stored.RowsAsync(DeadLetters.Table), row => Assert.Equal(("Unreadable", 1), (row.GetString("Verdict"), row.GetInt32("Times"))));
        foreach (var queue in VerificationQueues.All)
        {
            Assert.Empty(await Service.Stored.MessagesAsync(queue));
            Assert.Empty(await Service.Stored.MessagesAsync(queue + VerificationQueues.Poison));
        }
    }
}
