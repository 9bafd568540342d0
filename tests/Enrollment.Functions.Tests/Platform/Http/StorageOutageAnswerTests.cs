using Azure;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Platform.Http;

/// <summary>What the storage SDK throws when it gave up is an outage; a caller who went away, and a fault of ours, are not.</summary>
public sealed class StorageOutageAnswerTests
{
    [Fact]
    public async Task Outage_WaitedForInVain_IsTemporarilyUnavailable()
    {
        var context = Context();

        await Execute(context, await StorageOutage.AnswerAsync(context.Request, () => throw new AggregateException(new RequestFailedException("no answer"), new TaskCanceledException("exceeded the configured timeout"))));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
    }

    [Fact]
    public async Task Caller_WhoWentAway_IsNoOutage()
    {
        var context = Context();
        context.RequestAborted = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<TaskCanceledException>(() => StorageOutage.AnswerAsync(context.Request, () => throw new TaskCanceledException()));
    }

    [Fact]
    public async Task Fault_OfOurOwn_IsNoOutage()
    {
        var context = Context();

        await Assert.ThrowsAsync<AggregateException>(() => StorageOutage.AnswerAsync(context.Request, () => throw new AggregateException(new TaskCanceledException(), new InvalidOperationException())));
    }

    private static DefaultHttpContext Context() => new() { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };

    private static Task Execute(HttpContext context, IResult result) => result.ExecuteAsync(context);
}
