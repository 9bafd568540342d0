namespace Enrollment.Domain.Identity;

/// <summary>A mainland mobile number: 11 digits, the first 1, the second 3 to 9 (numbering plan of the MIIT, 电信网编号计划).</summary>
/// <remarks><see cref="ToString"/> masks.</remarks>
public sealed record MobileNumber
{
    private MobileNumber(string value) => Value = value;

    /// <summary>The 11 digits, without country code.</summary>
    public string Value { get; }

    /// <summary>Reads a number; white space around it is accepted, separators and country codes are not.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="number">The number, when the result is null.</param>
    /// <returns>Null when it holds, else <see cref="FaultCode.PhoneInvalid"/>.</returns>
    public static FaultCode? TryParse(string? text, out MobileNumber? number)
    {
        number = null;
        var typed = text.AsSpan().Trim();
        if (typed.Length != 11 || typed.ContainsAnyExceptInRange('0', '9') || typed[0] != '1' || typed[1] < '3')
            return FaultCode.PhoneInvalid;
        number = new MobileNumber(typed.ToString());
        return null;
    }

    /// <summary>First three and last four digits, 138****1234 (DOMAIN.md 4, masking).</summary>
    public override string ToString() => $"{Value[..3]}****{Value[7..]}";
}
