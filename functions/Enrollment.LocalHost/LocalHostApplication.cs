using System.Reflection;

namespace Enrollment.LocalHost;

/// <summary>Stands where FunctionsApplication stands in the azure build.</summary>
public static class LocalHostApplication
{
    public static LocalHostApplicationBuilder CreateBuilder(string[] args) =>
        CreateBuilder(args, Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("There is no entry assembly."));

    public static LocalHostApplicationBuilder CreateBuilder(string[] args, Assembly functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        return new LocalHostApplicationBuilder(args, functions, functions.GetTypes());
    }

    internal static LocalHostApplicationBuilder CreateBuilder(string[] args, params Type[] functions) =>
        new(args, functions[0].Assembly, functions);
}
