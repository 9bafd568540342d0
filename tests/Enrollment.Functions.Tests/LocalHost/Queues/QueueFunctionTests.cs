using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Enrollment.DevCluster.Azurite;
using Enrollment.Functions.Tests.LocalHost.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.LocalHost.Queues;

public sealed class QueueFunctionTests
{
    [Fact]
    public async Task Message_Sent_RunsTheFunctionOnceAndIsGone()
    {
        var (account, queue) = await QueueAsync();
        var seen = new ConcurrentQueue<string>();
        await using var host = await StartAsync(account, Echo.Inbox.Of(seen.Enqueue));

        await queue.SendMessageAsync("""{"text":"你好"}""");

        await Until.TrueAsync(() => !seen.IsEmpty, "the function ran");
        await Until.TrueAsync(() => EmptyAsync(queue), "the message was deleted");
        Assert.Equal("你好", Assert.Single(seen));
    }

    [Fact]
    public async Task Messages_TwoHosts_RunOnceEach()
    {
        var (account, queue) = await QueueAsync();
        var seen = new ConcurrentQueue<string>();
        var perHost = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        using var bothTook = new SemaphoreSlim(0);
        await using var one = await StartAsync(account, new Echo.Inbox(text => TakeAsync("one", text)));
        await using var two = await StartAsync(account, new Echo.Inbox(text => TakeAsync("two", text)));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => queue.SendMessageAsync($$"""{"text":"{{number}}"}""")));

        await Until.TrueAsync(() => EmptyAsync(queue), "the queue is empty");
        Assert.Equal(Enumerable.Range(0, 200), seen.Select(int.Parse).Order());
        Assert.Equal(200, perHost.Values.Sum());

        // one host holds at most 48, so the other must take some before either ends one
        async Task TakeAsync(string host, string text)
        {
            seen.Enqueue(text);
            if (perHost.AddOrUpdate(host, 1, (_, count) => count + 1) == 1 && perHost.Count == 2)
                bothTook.Release();
            await bothTook.WaitAsync();
            bothTook.Release();
        }
    }

    [Fact]
    public async Task T6_FailingEveryTime_GoesUnchangedToThePoisonQueueForSevenDays()
    {
        var (account, queue) = await QueueAsync();
        var tries = 0;
        await using var host = await StartAsync(account, Echo.Inbox.Of(_ => throw new InvalidOperationException($"try {++tries}")));

        await queue.SendMessageAsync("""{"text":"bad"}""");

        var poison = Queue(account, "echo-poison");
        await Until.TrueAsync(async () => await poison.ExistsAsync() && !await EmptyAsync(poison), "the poison queue holds it");
        var message = (await poison.PeekMessageAsync()).Value;
        Assert.Equal("""{"text":"bad"}""", message.Body.ToString());
        Assert.Equal(TimeSpan.FromDays(7), message.ExpiresOn - message.InsertedOn);
        Assert.Equal(5, tries);
        await Until.TrueAsync(() => EmptyAsync(queue), "the original is deleted");
    }

    [Fact]
    public async Task T7_NotBase64_IsPoisonWithoutInvocation()
    {
        var (account, queue) = await QueueAsync();
        var raw = new QueueClient(account.ConnectionString, queue.Name, Options(QueueMessageEncoding.None));
        var seen = new ConcurrentQueue<string>();
        await using var host = await StartAsync(account, Echo.Inbox.Of(seen.Enqueue));

        await raw.SendMessageAsync("{not base64}");

        var poison = Queue(account, "echo-poison");
        await Until.TrueAsync(async () => await poison.ExistsAsync() && !await EmptyAsync(poison), "the poison queue holds it");
        Assert.Equal("{not base64}", (await poison.PeekMessageAsync()).Value.Body.ToString());
        Assert.Empty(seen);
    }

    private static async Task<(AzuriteAccount Account, QueueClient Queue)> QueueAsync()
    {
        var account = (await AzuriteProcess.SharedAsync()).NextAccount();
        var queue = Queue(account, "echo");
        await queue.CreateAsync();
        return (account, queue);
    }

    private static QueueClient Queue(AzuriteAccount account, string name) =>
        new(account.ConnectionString, name, Options(QueueMessageEncoding.Base64));

    private static QueueClientOptions Options(QueueMessageEncoding encoding) =>
        new(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = encoding };

    // the count includes what is invisible
    private static async Task<bool> EmptyAsync(QueueClient queue) =>
        (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0;

    private static Task<LocalHostFixture> StartAsync(AzuriteAccount account, Echo.Inbox inbox) => LocalHostFixture.StartAsync(
        typeof(Echo),
        builder =>
        {
            builder.Configuration["EchoQueue"] = "echo";
            builder.Configuration["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00";
            builder.Configuration["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.2";
            builder.Services.AddSingleton(inbox);
        },
        account);

    internal sealed class Echo(Echo.Inbox inbox)
    {
        [Function(nameof(Echo))]
        public Task RunAsync([QueueTrigger("%EchoQueue%")] Message message) => inbox.TakeAsync(message.Text);

        internal sealed record Inbox(Func<string, Task> TakeAsync)
        {
            public static Inbox Of(Action<string> take) => new(text =>
            {
                take(text);
                return Task.CompletedTask;
            });
        }

        internal sealed record Message(string Text);
    }
}
