using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Allocation;

internal static class Round
{
    public static AdmissionResult Run(AdmissionList list, int[] lots, DrawSeed seed, Action<int, int>? progress, CancellationToken cancellationToken) => throw new NotImplementedException();
}

internal static class Lottery
{
    public static int[] Draw(AdmissionList list, DrawSeed seed) => throw new NotImplementedException();
}
