using Enrollment.Domain.Admission.Lists;
using Enrollment.Domain.Draws;

namespace Enrollment.Domain.Admission.Allocation;

/// <summary>From a sealed list and a seed to a place for every child: the same bytes on every machine.</summary>
public static class Allocate
{
    /// <summary>Carries out all stages of the round.</summary>
    /// <param name="list">A list that <see cref="AdmissionList.Check"/> finds nothing wrong with.</param>
    /// <param name="seed">From list, secret and entropy (<see cref="DrawSeed.DeriveForAdmission"/>).</param>
    /// <param name="progress">Told the stages done, of all.</param>
    /// <param name="cancellationToken">Stops a long round.</param>
    /// <exception cref="ArgumentException">The list has faults.</exception>
    public static AdmissionResult Admit(AdmissionList list, DrawSeed seed, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        DemandSound(list);
        return Round.Run(list, AdmissionLots.Draw(list, seed), progress, cancellationToken);
    }

    /// <summary>Likewise with lots drawn before: what would have happened, had the list been another.</summary>
    /// <exception cref="ArgumentException">The list has faults, or the lots are not its children's.</exception>
    public static AdmissionResult Admit(AdmissionList list, AdmissionLots lots, CancellationToken cancellationToken = default)
    {
        DemandSound(list);
        return Round.Run(list, lots, progress: null, cancellationToken);
    }

    private static void DemandSound(AdmissionList list)
    {
        if (list.Check() is [var first, ..])
            throw new ArgumentException($"Not a list to draw from: {first}", nameof(list));
    }
}
