using System.Text.Json;
using Enrollment.Functions.Tests.LocalHost.Support;
using Enrollment.LocalHost;
using Enrollment.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enrollment.Functions.Tests.LocalHost.Invocation;

public sealed class FunctionRunnerTests
{
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromMinutes(5);

    private readonly ObservedTime _time = new();

    [Fact]
    public async Task Start_FunctionExceedsItsTimeout_IsAbandonedAndItsTokenCanceled()
    {
        var run = Start<Waiting>("a", CancellationToken.None);

        await _time.PassAsync(FunctionTimeout);

        Assert.Equal(InvocationOutcome.Abandoned, await run.Outcome);
        await run.Ended;
    }

    [Fact]
    public async Task Start_HostGivesUp_IsAbandoned()
    {
        using var abandoned = new CancellationTokenSource();
        var run = Start<Waiting>("a", abandoned.Token);

        await abandoned.CancelAsync();

        Assert.Equal(InvocationOutcome.Abandoned, await run.Outcome);
    }

    [Theory]
    [InlineData("\"ok\"", InvocationOutcome.Succeeded)]
    [InlineData("\"throw\"", InvocationOutcome.Failed)]
    [InlineData("\"throw at once\"", InvocationOutcome.Failed)]
    [InlineData("\"cancel\"", InvocationOutcome.Failed)]
    [InlineData("{not json}", InvocationOutcome.Failed)]
    public async Task Start_FunctionEnds_IsWhatItsEndSays(string message, object outcome)
    {
        var run = Start<Working>(message, CancellationToken.None);

        Assert.Equal(outcome, await run.Outcome);
    }

    [Fact]
    public async Task Start_EachInvocation_HasAScopeThatEndsWithIt()
    {
        var log = new List<string>();

        await Start<Scoped>("a", CancellationToken.None, log).Outcome;
        await Start<Scoped>("b", CancellationToken.None, log).Outcome;

        Assert.Equal(["a", "end", "b", "end"], log);
    }

    private FunctionRun Start<TFunction>(string message, CancellationToken abandoned, List<string>? log = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(log ?? [])
            .AddScoped<Resource>()
            .Configure<JsonSerializerOptions>(_ => { })
            .BuildServiceProvider();
        var settings = new HostSettings { FunctionTimeout = FunctionTimeout };
        var runner = new FunctionRunner(
            services.GetRequiredService<IServiceScopeFactory>(), settings, _time, NullLogger<FunctionRunner>.Instance);
        var method = new FunctionMethod(FunctionCatalog.Of([typeof(TFunction)]).Functions[0]);
        return runner.Start(method, BinaryData.FromString(message), abandoned);
    }

    internal sealed class Waiting
    {
        [Function(nameof(Waiting))]
        public Task RunAsync([QueueTrigger("work")] byte[] message, CancellationToken cancellation) =>
            Task.Delay(Timeout.Infinite + (0 * message.Length), cancellation);
    }

    internal sealed class Working
    {
        [Function(nameof(Working))]
        public Task RunAsync([QueueTrigger("work")] Text message) => message.Value == "throw at once"
            ? throw new InvalidOperationException(message.Value)
            : EndAsync(message.Value);

        private static async Task EndAsync(string message)
        {
            await Task.Yield();
            if (message == "throw")
                throw new InvalidOperationException(message);
            if (message == "cancel")
                throw new OperationCanceledException(message);
        }
    }

    [System.Text.Json.Serialization.JsonConverter(typeof(TextConverter))]
    internal sealed record Text(string Value);

    internal sealed class TextConverter : System.Text.Json.Serialization.JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    internal sealed class Scoped(Resource resource)
    {
        [Function(nameof(Scoped))]
        public void Run([QueueTrigger("work")] string message) => resource.Use(message);
    }

    internal sealed class Resource(List<string> log) : IDisposable
    {
        public void Use(string message) => log.Add(message);

        public void Dispose() => log.Add("end");
    }
}
