namespace Enrollment.Functions.Platform;

/// <summary>The person a valid bearer token names. Prints neither number nor name.</summary>
internal sealed record Caller(string Subject, string IdentityNumber, string Name, string Role)
{
    public override string ToString() => $"Caller {{ Subject = {Subject}, Role = {Role} }}";
}
