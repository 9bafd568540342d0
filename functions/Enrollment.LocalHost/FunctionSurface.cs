using System.Reflection;
using Enrollment.LocalHost.Invocation;

namespace Enrollment.LocalHost;

/// <summary>One declared function as both hosts see it, for the snapshot that keeps them from drifting apart.</summary>
public sealed record FunctionSurface(
    string Name, string Trigger, string? Route, IReadOnlyList<string>? Methods, string? Queue, string? Schedule)
{
    public static IReadOnlyList<FunctionSurface> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Of(FunctionCatalog.Of(assembly.GetTypes()));
    }

    internal static IReadOnlyList<FunctionSurface> Of(FunctionCatalog catalog) => [.. catalog.Functions.Select(Of)];

    private static FunctionSurface Of(FunctionDefinition function) => function.Trigger switch
    {
        FunctionTrigger.Http http => new(function.Name, "http", http.Route, http.Methods, null, null),
        FunctionTrigger.Queue queue => new(function.Name, "queue", null, null, queue.Name, null),
        FunctionTrigger.Timer timer => new(function.Name, "timer", null, null, null, timer.Schedule),
        _ => throw new InvalidOperationException($"Function {function.Name} has an unknown trigger."),
    };
}
