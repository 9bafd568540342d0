using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Demo;

internal sealed record DemoOptions(int Families, int Hosts, ulong Seed, bool Exit, FileInfo? Json, IReadOnlyList<Department> ByFiles, FaultSet Faults, DemoStage Through);

/// <summary>What goes wrong while the families apply, besides what their stories tell.</summary>
internal enum FaultSet
{
    None,
    All,
}

/// <summary>How far the season goes.</summary>
internal enum DemoStage
{
    Verification,
    Admission,
}
