using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Verification.Rules;

internal static class RegisteredPerson
{
    /// <summary>True when a register's number is this document's; registers write the check character in either case.</summary>
    internal static bool Names(this IdentityDocument document, string idNo) =>
        string.Equals(document.Number, idNo.Trim(), StringComparison.OrdinalIgnoreCase);
}
