using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>
/// What one department is asked about one application. The request id makes asking again the same question; it has no dot.
/// From and To are named only where a period is asked for.
/// </summary>
internal sealed record DepartmentQuery(Department Department, string RequestId, Domain.Applications.ApplicationId Case, IReadOnlyList<Question> Questions,
    ApplicationForm Form, string AreaCode, DateOnly? From, DateOnly? To, string? TraceParent)
{
    public override string ToString() => $"DepartmentQuery {{ {Department}, {RequestId}, {Case} }}";
}
