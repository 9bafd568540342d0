using System.Text.Json;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>Reads a question: first who sent it, then what it says.</summary>
internal sealed class QueryReader(Counters counters, TimeProvider time)
{
    public async Task<ReadQuery> Read(Office office, HttpRequest request, CancellationToken cancellation)
    {
        counters.Requested(office.Department);

        if (await SignedBody.ReadAsync(request, cancellation) is not { } body)
            return new ReadQuery.Refused(Problems.TooLong);
        if (SignedMessage.Read(request.Headers) is not { } message)
            return new ReadQuery.Refused(Problems.Signature("signature-missing"));
        if (message.Fault(office.RequestKey, body, time.GetUtcNow()) is { } fault)
            return new ReadQuery.Refused(Problems.Signature(fault));

        if (Parse(body) is not { } query)
            return new ReadQuery.Refused(Problems.Malformed);
        var paths = QueryFaults.Find(query, office.Department, message.Id).ToList();
        return paths.Count == 0 ? new ReadQuery.Accepted(query) : new ReadQuery.Refused(Problems.Envelope(paths));
    }

    private static Query? Parse(byte[] body)
    {
        try
        {
            return SimulatorJson.Parse<Query>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal abstract record ReadQuery
{
    internal sealed record Accepted(Query Query) : ReadQuery;

    internal sealed record Refused(IResult Problem) : ReadQuery;
}
