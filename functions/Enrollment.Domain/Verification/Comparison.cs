using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Rules;

namespace Enrollment.Domain.Verification;

/// <summary>One question's outcome before the department's outcomes are put together.</summary>
internal sealed record Comparison(bool IsAmbiguous, bool IsNothingFound, IReadOnlyList<string> Fields)
{
    internal static Comparison Agrees { get; } = new(IsAmbiguous: false, IsNothingFound: false, []);

    internal static Comparison NothingFound { get; } = new(IsAmbiguous: false, IsNothingFound: true, []);

    internal static Comparison Ambiguous { get; } = new(IsAmbiguous: true, IsNothingFound: false, []);

    internal static Comparison Of(IEnumerable<string> fields) => Agrees with { Fields = [.. fields] };

    internal static bool IsGuardian(ApplicationForm form, string idNo) => form.Guardians.Any(guardian => guardian.Document.Names(idNo));

    /// <summary>True when the parent stated a number and none of the register's is the same; case and white space never matter.</summary>
    internal static bool Disagrees(string? stated, IEnumerable<string?> registered) =>
        !string.IsNullOrWhiteSpace(stated) && !registered.Any(number => StandardAddress.Same(stated.ToUpperInvariant(), number?.ToUpperInvariant()));
}
