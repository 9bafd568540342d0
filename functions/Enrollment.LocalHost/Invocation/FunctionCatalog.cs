using System.Reflection;

namespace Enrollment.LocalHost.Invocation;

/// <summary>The functions declared in a set of classes, refused as a whole when one of them cannot be hosted.</summary>
internal sealed class FunctionCatalog
{
    private FunctionCatalog(IReadOnlyList<FunctionDefinition> functions) => Functions = functions;

    public IReadOnlyList<FunctionDefinition> Functions { get; }

    public static FunctionCatalog Of(IEnumerable<Type> types)
    {
        const BindingFlags publicMethods =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var functions = types
            .SelectMany(type => type.GetMethods(publicMethods))
            .Select(FunctionDefinition.From)
            .OfType<FunctionDefinition>()
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null
            ? new FunctionCatalog(functions)
            : throw new InvalidOperationException($"Two functions are named {twice.Key}.");
    }

    public IEnumerable<FunctionDefinition> With<TTrigger>()
        where TTrigger : FunctionTrigger => Functions.Where(function => function.Trigger is TTrigger);
}
