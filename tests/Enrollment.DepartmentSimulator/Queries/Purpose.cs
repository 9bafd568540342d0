namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>What a department lets itself be asked for; each purpose opens so much of the register and no more.</summary>
/// <param name="Code">The purpose code of the envelope.</param>
/// <param name="NamesChild">Whether a child must be named. A parent who only wants a form filled in names none.</param>
/// <param name="Only">The questions it is good for; null: all.</param>
internal sealed record Purpose(string Code, bool NamesChild, IReadOnlyList<Question>? Only = null)
{
    private static readonly IReadOnlyList<Purpose> All =
    [
        new("PRIMARY_ENROLLMENT", NamesChild: true),
        new("ENROLLMENT_DRY_RUN", NamesChild: true),
        new("ENROLLMENT_PREFILL", NamesChild: false, [Question.Household, Question.Homes]),
    ];

    public static Purpose? Find(string code) => All.FirstOrDefault(purpose => purpose.Code == code);

    public bool Allows(Question question) => Only?.Contains(question) ?? true;
}
