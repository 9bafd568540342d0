namespace Enrollment.Domain.Verification;

/// <summary>How a check stands (DOMAIN.md 1.8). Closed hierarchy; <see cref="CheckStatus"/> is its flat name.</summary>
public abstract record CheckState(CheckStatus Status)
{
    /// <summary>True when nothing more will come without a person or a recovered department.</summary>
    public bool IsFinal => Status is not (CheckStatus.NotStarted or CheckStatus.Queued or CheckStatus.Pending);

    /// <summary>The flat states, all those without fields.</summary>
    public sealed record Simple : CheckState
    {
        /// <summary>A state without fields.</summary>
        public Simple(CheckStatus status) : base(status) =>
            ArgumentOutOfRangeException.ThrowIfEqual((int)status, (int)CheckStatus.Mismatch, nameof(status));
    }

    /// <summary>The register answered and disagrees with the form in these fields (JSON paths of the form).</summary>
    public sealed record Mismatch(IReadOnlyList<string> Fields) : CheckState(CheckStatus.Mismatch);
}

/// <summary>The names of DOMAIN.md 1.8.</summary>
public enum CheckStatus
{
    /// <summary>Planned, not sent.</summary>
    NotStarted,
    /// <summary>A message is under way, or the department is being asked.</summary>
    Queued,
    /// <summary>The department took the question and will call back.</summary>
    Pending,
    /// <summary>The register confirms the form.</summary>
    Match,
    /// <summary>The register disagrees with the form.</summary>
    Mismatch,
    /// <summary>The register has no record.</summary>
    NotFound,
    /// <summary>The department could not be reached in time; a person looks, and the department is asked again.</summary>
    SourceUnavailable,
    /// <summary>The answer is too old to decide by.</summary>
    Expired,
    /// <summary>A person must look.</summary>
    ManualReview,
    /// <summary>A person confirmed it.</summary>
    ManuallyConfirmed,
    /// <summary>A person rejected it, citing a rule.</summary>
    ManuallyRejected,
    /// <summary>A person waived it.</summary>
    Waived,
}
