using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Demo;

internal sealed record DemoOptions(int Families, int Hosts, ulong Seed, bool Exit, FileInfo? Json, IReadOnlyList<Department> ByFiles);
