using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.Departments;

/// <summary>A question as it arrived.</summary>
internal sealed record ReceivedQuestion(string Path, IHeaderDictionary Headers, byte[] Body);

/// <summary>A department on a real socket that answers as the test says, told the request and its number from 1.</summary>
internal sealed class FakeDepartment : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<ReceivedQuestion> _received = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly WebApplication _app;
    private int _count;

    private FakeDepartment(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(context => ReceiveAsync(context, answer));
    }

    public IReadOnlyList<ReceivedQuestion> Received => [.. _received];

    public string Address => _app.Urls.First();

    public static async Task<FakeDepartment> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var department = new FakeDepartment(answer);
        await department._app.StartAsync();
        return department;
    }

    public static Task<FakeDepartment> StartAsync(int status, string body = "", params (string Name, string Value)[] headers) =>
        StartAsync((context, _) => AnswerAsync(context, status, body, headers));

    public static Task AnswerAsync(HttpContext context, int status, string body = "", params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers.Append(name, value);
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Never answers; ends when the caller hangs up.</summary>
    public static async Task HangAsync(HttpContext context)
    {
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(hungUp.SetResult);
        await hungUp.Task;
    }

    /// <summary>Waits for the next question to arrive.</summary>
    public async Task NextAsync() => Assert.True(await _arrivals.WaitAsync(Patience), "No question arrived.");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context, Func<HttpContext, int, Task> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue(new ReceivedQuestion(context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase)), body.ToArray()));
        var number = Interlocked.Increment(ref _count);
        _arrivals.Release();
        await answer(context, number);
    }
}
