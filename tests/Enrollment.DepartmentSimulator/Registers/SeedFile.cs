using System.Text;
using System.Text.Json;

namespace Enrollment.DepartmentSimulator.Registers;

internal static class SeedFile
{
    /// <param name="folder">Where the registers lie.</param>
    /// <param name="name">The file; a missing one is an empty register.</param>
    /// <param name="add">Takes a line; says what is wrong with it, or null.</param>
    public static void Read<TLine>(string folder, string name, Func<TLine, string?> add)
        where TLine : class
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return;

        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (Fault(text, add) is { } fault)
                throw new SetupException($"{path}, line {number}: {fault}");
        }
    }

    private static string? Fault<TLine>(string text, Func<TLine, string?> add)
        where TLine : class
    {
        try
        {
            return add(SimulatorJson.Parse<TLine>(Encoding.UTF8.GetBytes(text)));
        }
        catch (JsonException json)
        {
            return json.Message;
        }
    }
}
