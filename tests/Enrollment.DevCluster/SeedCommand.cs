using System.CommandLine;
using Enrollment.DevCluster.Seeds;
using Enrollment.DevCluster.Seeds.Admission;
using Enrollment.DevCluster.Seeds.Rosters;

namespace Enrollment.DevCluster;

/// <summary>`seed`: the committed families and registers, the same bytes every time.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var command = new Command("seed", "Write the invented families and registers to seeds/");
        command.SetAction(_ =>
        {
            var seeds = SeedFamilies.Generate(SeedFamilies.Season, SeedFamilies.CommittedSeed);
            SeedFiles.Write(Repository.PathOf("seeds"), seeds);
            SeedRosters.Write(Repository.PathOf("seeds/pupils"));
            SeedAdmission.Write(Repository.PathOf("seeds/admission"), seeds);
            Console.WriteLine($"{SeedFamilies.Season} families written to {Repository.PathOf("seeds")}");
        });
        return command;
    }
}
