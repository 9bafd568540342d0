using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Admission.PlaceLocks;

/// <summary>An application wants a place at a school by a home.</summary>
/// <param name="Owner">The application.</param>
/// <param name="Home">The home, its unit number replaced by what stands for it.</param>
/// <param name="School">The school.</param>
/// <param name="IsMunicipal">Is it a municipal school?</param>
/// <param name="IsTight">Is it listed as tight for the year?</param>
/// <param name="Householder">What stands for the child's householder.</param>
public sealed record PlaceClaim(string Owner, LockableHome Home, SchoolCode School, bool IsMunicipal, bool IsTight, string Householder)
{
    /// <summary>The owner alone.</summary>
    public override string ToString() => $"PlaceClaim {{ Owner = {Owner} }}";
}

/// <summary>What a claim comes to. Closed.</summary>
public abstract record PlaceLockDecision
{
    private PlaceLockDecision()
    {
    }

    /// <summary>The school's places are not bound to homes.</summary>
    public sealed record SchoolNotBound : PlaceLockDecision;

    /// <summary>The home was acquired and settled before the rule.</summary>
    public sealed record HomeNotBound : PlaceLockDecision;

    /// <summary>The application holds the place already.</summary>
    public sealed record Standing(PlaceRecord Record) : PlaceLockDecision;

    /// <summary>The place is to be written into the home's history: also a sibling's, whose place binds the home anew.</summary>
    /// <param name="Record">What to write.</param>
    /// <param name="BesideSibling">A child of the same householder has a place by the home.</param>
    /// <param name="Left">The application's own places at other schools, released: a child has one.</param>
    public sealed record Take(PlaceRecord Record, bool BesideSibling, IReadOnlyList<PlaceRecord> Left) : PlaceLockDecision;

    /// <summary>Another child's place binds the home.</summary>
    /// <param name="Holder">The application that holds it.</param>
    /// <param name="On">When it was taken.</param>
    /// <param name="Until">The first day on which it no longer binds.</param>
    public sealed record Refused(string Holder, DateOnly On, DateOnly Until) : PlaceLockDecision;
}
