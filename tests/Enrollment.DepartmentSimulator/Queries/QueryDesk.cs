using System.Diagnostics;
using Enrollment.DepartmentSimulator.Behaviors;
using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Queries;

internal sealed class QueryDesk(QueryReader reader, AnswerBook answers, Reaction reaction)
{
    public async Task<IResult> Serve(Office office, HttpContext http) =>
        await reader.Read(office, http.Request, http.RequestAborted) switch
        {
            ReadQuery.Refused refused => refused.Problem,
            ReadQuery.Accepted accepted => answers.Ask(office, accepted.Query) is { } asked
                ? await reaction.To(asked, http)
                : Problems.RequestIdReused,
            _ => throw new UnreachableException(),
        };
}
