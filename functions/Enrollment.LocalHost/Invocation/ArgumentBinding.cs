using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.LocalHost.Invocation;

/// <summary>How one parameter of a function gets its value.</summary>
internal delegate object? ArgumentBinding(InvocationContext context);

internal static class ArgumentBindings
{
    public static ArgumentBinding[] For(FunctionDefinition function) =>
        [.. function.Method.GetParameters().Select(parameter => For(function, parameter))];

    private static ArgumentBinding For(FunctionDefinition function, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return static context => context.Cancellation;
        var binding = function.Trigger switch
        {
            FunctionTrigger.Http http => Http(http, parameter),
            FunctionTrigger.Queue when parameter.IsDefined(typeof(QueueTriggerAttribute)) => Queue(parameter.ParameterType),
            FunctionTrigger.Timer when parameter.ParameterType == typeof(TimerInfo) => static context => context.Trigger,
            _ => null,
        };
        return binding ?? throw new InvalidOperationException(
            $"Function {function.Name}: nothing binds the parameter '{parameter.Name}' of type {parameter.ParameterType}.");
    }

    private static ArgumentBinding? Http(FunctionTrigger.Http http, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
            return static context => context.Trigger;
        var name = parameter.Name!;
        var part = RoutePatternFactory.Parse(http.Route).GetParameter(name);
        if (part is null)
            return null;
        if (parameter.ParameterType == typeof(string))
            return context => RouteValue(context, name);
        // without the constraint the worker answers 500 to a text; with it both hosts answer 404
        return parameter.ParameterType == typeof(int) && part.ParameterPolicies.Any(policy => policy.Content == "int")
            ? context => int.Parse(RouteValue(context, name)!, CultureInfo.InvariantCulture)
            : null;
    }

    private static string? RouteValue(InvocationContext context, string name) =>
        (string?)((HttpRequest)context.Trigger).RouteValues[name];

    private static ArgumentBinding Queue(Type type)
    {
        if (type == typeof(string))
            return static context => context.Trigger.ToString();
        if (type == typeof(byte[]))
            return static context => ((BinaryData)context.Trigger).ToArray();
        if (type == typeof(BinaryData))
            return static context => context.Trigger;
        return context => JsonSerializer.Deserialize(
            ((BinaryData)context.Trigger).ToMemory().Span,
            type,
            context.Services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value);
    }
}
