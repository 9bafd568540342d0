namespace Enrollment.Functions.Platform.Callers;

/// <summary>The person a valid bearer token names. Prints neither number nor name.</summary>
internal sealed record Caller(string Subject, string IdentityNumber, string Name, string Role)
{
    /// <summary>The role of a parent or proxy; staff and departments have other ways in.</summary>
    public const string Parent = "parent";

    public override string ToString() => $"Caller {{ Subject = {Subject}, Role = {Role} }}";
}
