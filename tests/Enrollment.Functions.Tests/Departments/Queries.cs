using Enrollment.Domain.Applications;
using Enrollment.Domain.Identity;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;

namespace Enrollment.Functions.Tests.Departments;

/// <summary>Questions about invented people.</summary>
internal static class Queries
{
    public const string ChildNumber = "359901202002290021";

    public static DepartmentQuery Create(Department department, string requestId = "req-1") => new(
        department, requestId, Domain.Applications.ApplicationId.FromBytes(new byte[16]), [Question.Person, Question.Household],
        Form(), "350502", from: null, to: null, traceParent: null);

    public static ApplicationForm Form() => new(2026, CategoryCode.ConsistentResident,
        new ChildDetails(Name("林小满"), Document(ChildNumber), new DateOnly(2020, 2, 29), Sex.Female),
        new GuardianDetails(Name("林国栋"), Document("359901198801010015"), "13800000000", GuardianRelation.Father),
        new GuardianDetails(Name("许若兰"), Document("359901198902020028"), Phone: null, GuardianRelation.Mother),
        "中山路 1 号", Household: null, Property: null, Migrant: null, Tenancy: null);

    private static PersonName Name(string text) => PersonName.TryParse(text, out var name) is null ? name! : throw new FormatException(text);

    private static IdentityDocument Document(string text) =>
        IdentityDocument.TryParse(IdentityDocumentKind.CitizenId, text, out var document) is null ? document! : throw new FormatException(text);
}
