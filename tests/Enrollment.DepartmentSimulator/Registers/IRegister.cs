using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Registers;

internal interface IRegister
{
    /// <summary>False when the register holds nothing at all for the persons asked: the answer is 404.</summary>
    bool Knows(Query query);

    IEnumerable<RegisterItem> Find(Question question, Query query);
}
