namespace Enrollment.Files.Supply;

/// <summary>The files a forecast is made from; the streams must be able to seek.</summary>
/// <param name="Schools">Schools with plans.</param>
/// <param name="Zones">Service areas.</param>
/// <param name="Births">Registered children by zone and month of birth.</param>
/// <param name="Projects">Building projects; null for none.</param>
public sealed record DemandFiles(Stream Schools, Stream Zones, Stream Births, Stream? Projects) : IDisposable
{
    /// <summary>What the files are called in a folder.</summary>
    public static IReadOnlyList<string> Names { get; } = ["schools.csv", "zones.csv", "births.csv", "projects.csv"];

    /// <summary>The files of a folder.</summary>
    /// <exception cref="FileNotFoundException">One is missing.</exception>
    public static DemandFiles Open(string folder)
    {
        var streams = Names.Select(name => File.OpenRead(Path.Combine(folder, name))).ToList();
        return new DemandFiles(streams[0], streams[1], streams[2], streams[3]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stream in new[] { Schools, Zones, Births, Projects })
            stream?.Dispose();
    }
}
