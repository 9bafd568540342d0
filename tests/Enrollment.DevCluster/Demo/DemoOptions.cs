namespace Enrollment.DevCluster.Demo;

internal sealed record DemoOptions(int Families, int Hosts, ulong Seed, bool Exit, FileInfo? Json);
