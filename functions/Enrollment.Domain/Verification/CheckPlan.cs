namespace Enrollment.Domain.Verification;

/// <summary>One department to ask, and what it is asked. Nothing else is asked (minimization, DOMAIN.md 4).</summary>
public sealed record CheckPlan(Department Department, IReadOnlyList<Question> Questions)
{
    /// <summary>The department that keeps the register for a question (DOMAIN.md 1.7).</summary>
    public static Department DepartmentOf(Question question) => question switch
    {
        Question.Person or Question.Household or Question.ResidencePermit => Department.Police,
        Question.Marriage or Question.Guardianship => Department.CivilAffairs,
        Question.Homes or Question.Tenancy => Department.Property,
        Question.Insurance => Department.SocialSecurity,
        Question.DisabilityCard => Department.DisabledPersons,
    };
}
