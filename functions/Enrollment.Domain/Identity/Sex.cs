namespace Enrollment.Domain.Identity;

/// <summary>Sex as digit 17 of GB 11643 states it: odd is male.</summary>
public enum Sex
{
    /// <summary>Even digit 17.</summary>
    Female,
    /// <summary>Odd digit 17.</summary>
    Male,
}
