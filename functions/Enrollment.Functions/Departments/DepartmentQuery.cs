using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>
/// What one department is asked about one case. The request id makes asking again the same question; it has no dot.
/// From and To are named only where a period is asked for.
/// </summary>
internal sealed record DepartmentQuery(Department Department, string RequestId, Domain.Applications.ApplicationId Case, IReadOnlyList<Question> Questions,
    QuerySubject Subject, string AreaCode, DateOnly? From, DateOnly? To, string? TraceParent)
{
    /// <summary>A question about an application.</summary>
    public DepartmentQuery(Department department, string requestId, Domain.Applications.ApplicationId @case, IReadOnlyList<Question> questions, ApplicationForm form,
        string areaCode, DateOnly? from, DateOnly? to, string? traceParent)
        : this(department, requestId, @case, questions, QuerySubject.OfApplication(form), areaCode, from, to, traceParent)
    {
    }

    public override string ToString() => $"DepartmentQuery {{ {Department}, {RequestId}, {Case} }}";
}
