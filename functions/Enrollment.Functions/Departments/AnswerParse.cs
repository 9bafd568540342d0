using Enrollment.Domain.Verification;

namespace Enrollment.Functions.Departments;

/// <summary>A department's answer read, or the JSON path at which it leaves the contract.</summary>
internal abstract record AnswerParse
{
    private AnswerParse()
    {
    }

    internal sealed record Parsed(string RequestId, string CaseNo, DepartmentReport Report, bool NoRecord) : AnswerParse
    {
        public override string ToString() => $"Parsed {{ {RequestId}, {CaseNo} }}";
    }

    internal sealed record Malformed(string Path) : AnswerParse;
}
