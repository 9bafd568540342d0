using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.LocalHost.Invocation;

/// <summary>A function made ready to be called: its class from the scope, its arguments from the trigger.</summary>
internal sealed class FunctionMethod(FunctionDefinition function)
{
    private readonly ArgumentBinding[] _bindings = ArgumentBindings.For(function);
    private readonly MethodInvoker _invoker = MethodInvoker.Create(function.Method);
    private readonly ObjectFactory? _create = function.Method.IsStatic
        ? null
        : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, []);

    private readonly PropertyInfo? _result = function.Method.ReturnType.GetProperty(nameof(Task<>.Result));

    public FunctionDefinition Function => function;

    public async Task<object?> InvokeAsync(InvocationContext context)
    {
        var arguments = Array.ConvertAll(_bindings, bind => bind(context));
        var instance = _create?.Invoke(context.Services, null);
        var returned = _invoker.Invoke(instance, arguments.AsSpan());
        if (returned is not Task task)
            return returned;
        await task;
        return _result?.GetValue(task);
    }
}
