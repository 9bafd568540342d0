namespace Enrollment.Domain.Placement.Reporting;

/// <summary>Xiamen's published bands of its balance index (DOMAIN.md 3.6); the formula beneath them is ours, because theirs is not published.</summary>
public enum BalanceBand
{
    /// <summary>0.3 at most.</summary>
    HighlyBalanced,
    /// <summary>0.6 at most.</summary>
    Balanced,
    /// <summary>0.9 at most.</summary>
    BasicallyBalanced,
    /// <summary>More.</summary>
    NotBalanced,
}
