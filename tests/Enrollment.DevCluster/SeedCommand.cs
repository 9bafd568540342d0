using System.CommandLine;
using Enrollment.DevCluster.Seeds;

namespace Enrollment.DevCluster;

/// <summary>`seed`: the committed families and registers, the same bytes every time.</summary>
internal static class SeedCommand
{
    private const int Families = 2000;
    private const ulong Seed = 2026;

    public static Command Create()
    {
        var command = new Command("seed", "Write the invented families and registers to seeds/");
        command.SetAction(_ =>
        {
            SeedFiles.Write(Repository.PathOf("seeds"), Families, Seed);
            Console.WriteLine($"{Families} families written to {Repository.PathOf("seeds")}");
        });
        return command;
    }
}
