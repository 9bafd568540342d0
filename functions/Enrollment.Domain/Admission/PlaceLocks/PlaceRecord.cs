using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.PlaceLocks;

/// <summary>
/// A place a child took by a home: one row of the home's history. It names neither home nor householder but what stands for them, so that
/// the history can be kept for six years without keeping people [OWN, DOMAIN.md section 4].
/// </summary>
/// <param name="Owner">The application that took it, or whatever an imported row is called.</param>
/// <param name="Home">What stands for the real-estate unit number.</param>
/// <param name="School">The school.</param>
/// <param name="TakenOn">The day the child takes the place.</param>
/// <param name="Householder">What stands for the householder of that child.</param>
/// <param name="Release">When and why it no longer binds; null while it does.</param>
public sealed record PlaceRecord(string Owner, string Home, SchoolCode School, DateOnly TakenOn, string Householder, PlaceRelease? Release = null)
{
    /// <summary>As R6 reads it.</summary>
    public PlaceTaken Taken => new(Home, TakenOn, Householder);

    /// <summary>The owner alone.</summary>
    public override string ToString() => $"PlaceRecord {{ Owner = {Owner} }}";
}

/// <summary>A place no longer binds its home.</summary>
/// <param name="On">Since when.</param>
/// <param name="Reason">Why.</param>
public sealed record PlaceRelease(DateOnly On, PlaceReleaseReason Reason);

/// <summary>Why a place no longer binds. Stable names: they are stored.</summary>
public enum PlaceReleaseReason
{
    /// <summary>The child left for another school (转出).</summary>
    TransferredOut,
    /// <summary>The child finished primary school (毕业), before the years were over.</summary>
    Graduated,
    /// <summary>The application came to nothing: withdrawn, voided, declined, lapsed or transferred to another authority.</summary>
    NotTakenUp,
    /// <summary>The bureau struck out a wrong entry.</summary>
    Corrected,
}
