using System.Globalization;
using Enrollment.Domain.Admission.Forecast;
using Enrollment.Files.Supply;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Schools.Demand;

/// <summary>The district's files, read once.</summary>
internal sealed class SupplyFolder(IOptions<SupplyOptions> options)
{
    private readonly Lazy<DemandReading> _demand = new(() => Read(options.Value.Folder));

    /// <summary>What a forecast of a year is made from.</summary>
    public DemandInput Input(int firstYear) => ((DemandReading.Read)_demand.Value).Input with { FirstYear = firstYear };

    /// <summary>What keeps the folder from being used.</summary>
    public static IReadOnlyList<string> FaultsIn(string folder)
    {
        var missing = DemandFiles.Names.Where(name => !File.Exists(Path.Combine(folder, name))).Select(name => $"{Path.Combine(folder, name)} is not there").ToList();
        return missing.Count > 0 ? missing : Read(folder) is DemandReading.Faulty faulty ? [.. faulty.Faults.Take(20).Select(fault => SupplyTexts.Of(fault, CultureInfo.InvariantCulture))] : [];
    }

    private static DemandReading Read(string folder)
    {
        using var files = DemandFiles.Open(folder);
        return ReadDemand.Of(files, asOf: null);
    }
}
