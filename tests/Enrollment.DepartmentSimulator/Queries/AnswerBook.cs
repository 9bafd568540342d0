using System.Collections.Concurrent;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>The answers given so far: the same requestId gets the same answer, whatever became of the reply.</summary>
internal sealed class AnswerBook(TimeProvider time, Counters counters)
{
    private readonly ConcurrentDictionary<(Department Department, string RequestId), AskedQuestion> _asked = new();

    /// <returns>Null when the requestId was used for another question.</returns>
    public AskedQuestion? Ask(Office office, Query query)
    {
        var fresh = new AskedQuestion(office, query, Answer.To(query, office, time.GetUtcNow()));
        var asked = _asked.GetOrAdd((office.Department, query.RequestId), fresh);
        if (asked != fresh)
            counters.Repeated();
        return asked.Query.AsksTheSameAs(query) ? asked : null;
    }
}
