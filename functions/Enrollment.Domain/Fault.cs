namespace Enrollment.Domain;

/// <summary>One thing wrong with a request: a stable code and the JSON path of the field (<c>$.child.name</c>, or <c>$</c> for the whole).</summary>
public sealed record Fault(FaultCode Code, string Path);
