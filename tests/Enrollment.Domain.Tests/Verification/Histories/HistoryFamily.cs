using Enrollment.Domain.Verification;
using static Enrollment.Domain.Tests.TestData;

namespace Enrollment.Domain.Tests.Verification.Histories;

/// <summary>A family, what each register says of it when it is right or wrong, and whose word the claim stands or falls with.</summary>
internal sealed class HistoryFamily
{
    private readonly Dictionary<(Department, Word), DepartmentAnswer> _answers = [];

    private HistoryFamily(Facts facts, Department[] asked, Department[] needed, Func<Facts, Facts> spoil)
    {
        (Facts, Asked, Needed) = (facts, asked, needed);
        foreach (var department in Enum.GetValues<Department>())
        {
            _answers[(department, Word.Good)] = facts.Answer(department, BodyOf(department, Word.Good));
            _answers[(department, Word.Bad)] = spoil(facts).Answer(department, BodyOf(department, Word.Bad));
            _answers[(department, Word.NoRecord)] = new DepartmentAnswer.NoRecord(BodyOf(department, Word.NoRecord));
            _answers[(department, Word.Promise)] = Cases.Promise;
            _answers[(department, Word.Unreachable)] = Cases.Unreachable;
        }
    }

    /// <summary>One of each category; civil affairs is not needed where the household register is asked (RG), nor a home for C3.</summary>
    public static IReadOnlyList<HistoryFamily> All { get; } =
    [
        new(Consistent(), [Department.Police, Department.CivilAffairs, Department.Property], [Department.Police, Department.Property],
            facts => facts.With(Wrong()).With(AnotherGuardian()).With(HomeOf(address: Elsewhere))),
        new(Resident(), [Department.Police, Department.CivilAffairs, Department.Property], [Department.Police],
            facts => facts.With(Wrong()).With(AnotherGuardian()).With(HomeOf(owners: [Owner(Stranger, 1, 1)]))),
        new(Migrant(), [Department.Police, Department.CivilAffairs, Department.SocialSecurity], [Department.Police, Department.CivilAffairs, Department.SocialSecurity],
            facts => facts.With(Wrong()).With(AnotherGuardian()).With(Insurance("2026-04", 3))),
        new(Mover(), [Department.Police, Department.CivilAffairs, Department.Property, Department.SocialSecurity], [Department.Police, Department.Property, Department.SocialSecurity],
            facts => facts.With(Wrong()).With(AnotherGuardian()).With(Tenancy("2026-01-01")).With(Insurance("2026-04", 3))),
    ];

    public Facts Facts { get; }

    public Department[] Asked { get; }

    public Department[] Needed { get; }

    public DepartmentAnswer Answer(Department department, Word word) => _answers[(department, word)];

    public static string BodyOf(Department department, Word word) => $"{department} {word}";

    public override string ToString() => Facts.Form.Category.ToString();

    private static PersonItem Wrong() => new(Child, PersonResult.Mismatch);

    private static GuardianshipItem AnotherGuardian() => new(Child, Stranger, GuardianshipBasis.Appointed, Date("2022-01-01"));
}
