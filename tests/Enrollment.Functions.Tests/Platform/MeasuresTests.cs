using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Enrollment.DevCluster;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;
using Enrollment.LocalHost.Storage;

namespace Enrollment.Functions.Tests.Platform;

public sealed class MeasuresTests
{
    public static TheoryData<string> Names => [.. Instruments().Select(instrument => instrument.Name).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Instruments_All_HaveUnitAndDescription()
    {
        var instruments = Instruments();

        Assert.True(instruments.Count >= 12, $"{instruments.Count} instruments");
        Assert.All(instruments, instrument => Assert.True(instrument is { Unit.Length: > 0, Description.Length: > 0 }, instrument.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Instrument_Declared_IsToldToOperators(string name) =>
        Assert.Contains($"| `{name}` |", File.ReadAllText(Repository.PathOf("docs/operations.md")), StringComparison.Ordinal);

    private static List<Instrument> Instruments()
    {
        foreach (var type in (Type[])[typeof(Measures), typeof(StorageTelemetry), typeof(StorageOperations)])
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        var instruments = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name is Measures.MeterName or "Enrollment.Storage" or "Enrollment.LocalHost")
                instruments.Add(instrument);
        };
        listener.Start();
        return instruments;
    }
}
