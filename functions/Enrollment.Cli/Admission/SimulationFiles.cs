using System.CommandLine;
using System.Globalization;
using Enrollment.Cli.Supply;
using Enrollment.Domain;
using Enrollment.Domain.Admission.Preparing;
using Enrollment.Domain.Admission.Simulation;
using Enrollment.Domain.Admission.Supply;
using Enrollment.Files.Supply;
using Enrollment.Files.Supply.Shapes;

namespace Enrollment.Cli.Admission;

/// <summary>The files of a what-if; what is wrong with any goes to the error output.</summary>
internal sealed class SimulationFiles(SupplyStreams streams, ParseResult parsed, SimulateOptions options, Texts texts, TextWriter error)
{
    private readonly string _district = parsed.GetRequiredValue(options.District);

    /// <summary>Null when a file is missing or cannot be read, or a change names no school.</summary>
    public (SimulateRound Simulation, SupplyChange Change)? Read()
    {
        if (SupplyOf(parsed.GetRequiredValue(options.Zones)) is not { } supply || WalksIn() is not { } walks || SetupIn(supply) is not { } setup
            || ChangeOf(supply, setup.Year) is not { } change || ChildrenIn(supply) is not { } children)
        {
            return null;
        }
        return (new SimulateRound(setup, supply, walks, _district, children), change);
    }

    private DistrictSupply? SupplyOf(FileInfo zones)
    {
        if (streams.Open(parsed.GetRequiredValue(options.Schools)) is not { } schools || streams.Open(zones) is not { } lists)
            return null;
        switch (ReadSupply.Of(new SupplyFiles(schools, lists, Map: null, Buildings: null, _district, PlaneUnit.Meters), year: null))
        {
            case SupplyReading.Read read:
                return read.Supply;
            case SupplyReading.Faulty faulty:
                Report(faulty.Faults, faulty.Total);
                return null;
            default:
                throw new InvalidOperationException("SupplyReading is closed.");
        }
    }

    private WalkTable? WalksIn()
    {
        if (streams.Open(parsed.GetRequiredValue(options.Distances)) is not { } distances)
            return null;
        switch (ReadWalks.Of(distances))
        {
            case WalkReading.Read read:
                return read.Walks;
            case WalkReading.Faulty faulty:
                Report(faulty.Faults, faulty.Total);
                return null;
            default:
                throw new InvalidOperationException("WalkReading is closed.");
        }
    }

    private RoundSetup? SetupIn(DistrictSupply supply)
    {
        if (streams.Open(parsed.GetRequiredValue(options.Round)) is not { } file)
            return null;
        var (setup, faults) = RoundSetupFile.Read(file, year => supply.SchoolsOf(year).Count > 0);
        if (setup is null)
            error.WriteLine(texts["Simulate_Round"]);
        foreach (var fault in faults)
            error.WriteLine($"  {fault.Code.ToWireForm()} {fault.Path}");
        return setup;
    }

    private IReadOnlyList<SimulatedChild>? ChildrenIn(DistrictSupply supply)
    {
        if (streams.Open(parsed.GetRequiredValue(options.Candidates)) is not { } file)
            return null;
        switch (ReadCandidates.Of(file, supply.Zones.Select(zone => zone.Code).ToHashSet()))
        {
            case CandidateReading.Read read:
                return read.Children;
            case CandidateReading.Faulty faulty:
                Report(faulty.Faults, faulty.Total);
                return null;
            default:
                throw new InvalidOperationException("CandidateReading is closed.");
        }
    }

    private SupplyChange? ChangeOf(DistrictSupply supply, int year)
    {
        var (plans, methods) = (parsed.GetValue(options.Plans) ?? [], parsed.GetValue(options.Methods) ?? []);
        var reading = new ChangeReading(supply.SchoolsOf(year).Select(school => school.Code).ToHashSet(), texts, error);
        if (reading.Plans(plans) is not { } newPlans || reading.Methods(methods) is not { } newMethods)
            return null;
        var boundary = parsed.GetValue(options.Boundary) is { } file ? SupplyOf(file) : supply;
        return boundary is null ? null : new SupplyChange(newPlans, newMethods, boundary.Zones);
    }

    private void Report(IReadOnlyList<SupplyFault> faults, int total)
    {
        foreach (var fault in faults)
            error.WriteLine(SupplyTexts.Of(fault, texts.Language));
        error.WriteLine(texts.Format("Supply_Faulty", total.ToString(CultureInfo.InvariantCulture)));
    }
}
