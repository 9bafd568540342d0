using Enrollment.LocalHost;
using Enrollment.LocalHost.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Tests.LocalHost.Invocation;

public sealed class FunctionCatalogTests
{
    [Theory]
    [InlineData(typeof(AsyncVoid), "async void")]
    [InlineData(typeof(WithKey), "AuthorizationLevel.Anonymous")]
    [InlineData(typeof(TwoTriggers), "2 triggers")]
    [InlineData(typeof(NoTrigger), "0 triggers")]
    [InlineData(typeof(ReturnsText), "System.String")]
    [InlineData(typeof(SameName), "named Same")]
    public void T13_Of_FunctionThatCannotBeHosted_IsRefusedAtStart(Type type, string why)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => FunctionCatalog.Of([type]));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(UnknownParameter), "'other'")]
    [InlineData(typeof(NumberWithoutConstraint), "'number'")]
    public void For_ParameterNothingBinds_IsRefusedAtStart(Type type, string parameter)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new FunctionMethod(FunctionCatalog.Of([type]).Functions[0]));

        Assert.Contains(parameter, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Surface_OfFunctions_IsWhatTheirAttributesDeclare()
    {
        var surface = FunctionSurface.Of(FunctionCatalog.Of([typeof(Declared)]));

        Assert.Equal(["Collect http ", "Look http applications/{id} get,head", "Sweep timer 0 * * * * *", "Verify queue %Queue%"], surface.Select(Line).ToList());
    }

    [Fact]
    public void Surface_OfAssembly_FindsInternalClasses()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => FunctionSurface.Of(typeof(AsyncVoid).Assembly));

        Assert.Contains("Function ", refusal.Message, StringComparison.Ordinal);
    }

    private static string Line(FunctionSurface function) => function.Trigger switch
    {
        "http" => $"{function.Name} http {(function.Route == function.Name ? "" : function.Route)}{(function.Methods!.Count > 0 ? " " : "")}{string.Join(',', function.Methods)}",
        "queue" => $"{function.Name} queue {function.Queue}",
        _ => $"{function.Name} {function.Trigger} {function.Schedule}",
    };

    internal sealed class AsyncVoid
    {
#pragma warning disable VSTHRD100, MA0155 // the very thing to be refused
        [Function(nameof(AsyncVoid))]
        public async void RunAsync([QueueTrigger("work")] string message) => await Task.FromResult(message);
#pragma warning restore VSTHRD100, MA0155
    }

    internal sealed class WithKey
    {
        [Function(nameof(WithKey))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Ok(request.Path);
    }

    internal sealed class TwoTriggers
    {
        [Function(nameof(TwoTriggers))]
        public Task RunAsync([QueueTrigger("one")] string one, [QueueTrigger("two")] string two) => Task.FromResult(one + two);
    }

    internal sealed class NoTrigger
    {
        [Function(nameof(NoTrigger))]
        public Task RunAsync(string message) => Task.FromResult(message);
    }

    internal sealed class ReturnsText
    {
        [Function(nameof(ReturnsText))]
        public string Run([QueueTrigger("work")] string message) => message;
    }

    internal static class SameName
    {
        [Function("Same")]
        public static Task OneAsync([QueueTrigger("one")] string message) => Task.FromResult(message);

        [Function("same")]
        public static Task TwoAsync([QueueTrigger("two")] string message) => Task.FromResult(message);
    }

    internal sealed class UnknownParameter
    {
        [Function(nameof(UnknownParameter))]
        public Task RunAsync([QueueTrigger("work")] string message, string other) => Task.FromResult(message + other);
    }

    internal sealed class NumberWithoutConstraint
    {
        [Function(nameof(NumberWithoutConstraint))]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "things/{number}")] HttpRequest request, int number) =>
            Results.Ok(request.Path.Add($"/{number}"));
    }

    internal static class Declared
    {
        [Function("Look")]
        public static IResult Look([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "applications/{id}")] HttpRequest request, string id) =>
            Results.Ok(request.Path.Add($"/{id}"));

        [Function("Collect")]
        public static IResult Collect([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok(request.Path);

        [Function("Verify")]
        public static Task VerifyAsync([QueueTrigger("%Queue%", Connection = "Other")] string message) => Task.FromResult(message);

        [Function("Sweep")]
        public static Task SweepAsync([TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer) => Task.FromResult(timer);
    }
}
