using System.Globalization;

namespace Enrollment.Functions.Tests.Storm;

/// <summary>How long the storm is; `./dev storm` makes it longer, the code is the same.</summary>
internal sealed record StormOptions(int Kills, int Applications, int Seed)
{
    public static StormOptions FromEnvironment() => new(Read("STORM_KILLS", 20), Read("STORM_APPLICATIONS", 500), Read("STORM_SEED", 20260701));

    private static int Read(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
