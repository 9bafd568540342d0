using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>What is wrong with an envelope: the path of each field that breaks the contract.</summary>
internal static class QueryFaults
{
    public static IEnumerable<string> Find(Query query, Department department, string webhookId)
    {
        if (query.RequestId.Length == 0 || query.RequestId != webhookId)
            yield return "$.requestId";
        if (query.CaseNo.Length == 0)
            yield return "$.caseNo";
        if (Purpose.Find(query.PurposeCode) is not { } purpose)
        {
            yield return "$.purposeCode";
            yield break;
        }

        if (query.SubjectConsentRef.Length == 0)
            yield return "$.subjectConsentRef";
        if (query.Operator.Length == 0)
            yield return "$.operator";
        if (query.AreaCode.Length != 6 || !query.AreaCode.All(char.IsAsciiDigit))
            yield return "$.areaCode";
        if (purpose.NamesChild ? query.Child is not { } child || !Named(child) : query.Child is not null)
            yield return "$.child";
        if (!query.Guardians.All(Named) || (!purpose.NamesChild && query.Guardians.Count != 1))
            yield return "$.guardians";
        if (!Askable(query.Questions, department) || !query.Questions.All(purpose.Allows))
            yield return "$.questions";
        if (!PeriodHolds(query))
            yield return "$.from";
    }

    private static bool Named(NamedPerson person) => person is { Name.Length: > 0, IdNo.Length: > 0 };

    private static bool Askable(IReadOnlyList<Question> questions, Department department) =>
        questions.Count > 0 && questions.All(department.Questions.Contains) && questions.Distinct().Count() == questions.Count;

    private static bool PeriodHolds(Query query) =>
        query.Questions.Any(question => question is Question.Insurance or Question.Tenancy)
            ? query.From <= query.To
            : query is { From: null, To: null };
}
