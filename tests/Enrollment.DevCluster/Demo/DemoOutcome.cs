using Enrollment.DevCluster.Demo.Admission;
using Enrollment.DevCluster.Demo.Faults;

namespace Enrollment.DevCluster.Demo;

/// <summary>All that a demo found out.</summary>
internal sealed record DemoOutcome(Figures Figures)
{
    /// <summary>Of a bad season; else null.</summary>
    public FaultReport? Faults { get; init; }

    /// <summary>Of a season that went through admission; else null.</summary>
    public AdmissionReport? Admission { get; init; }

    /// <summary>Everything came out as the generator knows it must.</summary>
    public bool IsGood => Figures.Differences.Count == 0 && Faults is not { IsGood: false } && Admission is not { IsGood: false };
}
