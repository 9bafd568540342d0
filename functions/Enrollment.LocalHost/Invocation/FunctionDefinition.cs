using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.LocalHost.Invocation;

internal sealed record FunctionDefinition(string Name, MethodInfo Method, FunctionTrigger Trigger)
{
    public string FullName => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public static FunctionDefinition? From(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            return null;
        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes())
            .Select(attribute => FunctionTrigger.From(attribute, function.Name))
            .OfType<FunctionTrigger>()
            .ToList();
        if (triggers is not [var trigger])
            throw new InvalidOperationException($"Function {function.Name} has {triggers.Count} triggers, not one.");
        return new FunctionDefinition(function.Name, method, trigger).Checked();
    }

    private FunctionDefinition Checked()
    {
        if (Method.ReturnType == typeof(void) && Method.IsDefined(typeof(AsyncStateMachineAttribute)))
            throw Refused("is async void: it reports success before it has done its work, and the message is lost");
        if (!Method.IsStatic && Method.DeclaringType!.IsAbstract)
            throw Refused("is declared by an abstract class");
        if (Trigger is FunctionTrigger.Http { Level: not AuthorizationLevel.Anonymous })
            throw Refused("asks for function keys; only AuthorizationLevel.Anonymous is hosted here");
        if (!Returns(Trigger is FunctionTrigger.Http))
            throw Refused($"returns {Method.ReturnType}, which the local host does not take");
        return this;
    }

    private bool Returns(bool http)
    {
        var type = Method.ReturnType;
        if (!http)
            return type == typeof(Task) || type == typeof(void);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            type = type.GetGenericArguments()[0];
        return typeof(IResult).IsAssignableFrom(type);
    }

    private InvalidOperationException Refused(string why) => new($"Function {Name} {why}.");
}
