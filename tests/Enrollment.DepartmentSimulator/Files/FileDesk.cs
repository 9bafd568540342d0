using System.Text;
using Enrollment.DepartmentSimulator.Behaviors;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Files;

/// <summary>Answers a file of questions, each child as its behavior says.</summary>
internal sealed class FileDesk(AnswerBook answers, BehaviorBook behaviors, Counters counters)
{
    public const string AnswerHeader = "requestId,answer";

    private const string QuestionHeader = "requestId,question";

    /// <returns>The rows of answers; none where the file does not hold.</returns>
    public IReadOnlyList<string> Answer(Office office, byte[] questions) =>
        [.. (HashedCsv.Read(QuestionHeader, questions) ?? []).SelectMany(row => RowsFor(office, row.Split(',')))];

    private IEnumerable<string> RowsFor(Office office, string[] row)
    {
        var (requestId, cell) = (row[0], row[1]);
        counters.Requested(office.Department);
        var query = SimulatorJson.Parse<Query>(SealedBox.Open(office.RequestKey, "question", requestId, cell));
        if (QueryFaults.Find(query, office.Department, requestId).ToList() is [_, ..] faults)
            throw new InvalidDataException($"The question {requestId} breaks the contract at {string.Join(", ", faults)}.");
        if (answers.Ask(office, query) is not { } asked)
            return [];
        counters.Answered(office.Department);
        return BodiesFor(behaviors.Next(office.Department, query.SubjectIdNo), asked).Select(body => $"{requestId},{SealedBox.Seal(body.Key, "answer", requestId, body.Bytes)}");
    }

    // Errors of connections do not reach a file, unless they last: then there is no row.
    private static IEnumerable<(WebhookKey Key, byte[] Bytes)> BodiesFor(Behavior behavior, AskedQuestion asked)
    {
        var (key, truth) = (asked.Office.CallbackKey, asked.Answer.ToJson());
        return behavior switch
        {
            { Kind: BehaviorKind.NeverCallBack } => [],
            { Kind: BehaviorKind.Unavailable or BehaviorKind.TooManyRequests or BehaviorKind.DropConnection, Times: null, EveryNth: null } => [],
            { Kind: BehaviorKind.MalformedJson, Times: null, EveryNth: null } => [(key, Encoding.UTF8.GetBytes("{\"resultCode\":\"Found\",\"items\":[{\"kind\":"))],
            { Kind: BehaviorKind.WrongSignature } => [(key.Wrong, truth)],
            { Kind: BehaviorKind.CallbackTwice } => [(key, truth), (key, truth)],
            { Kind: BehaviorKind.TwoDifferentAnswers } => [(key, truth), (key, asked.Answer.Contradiction().ToJson())],
            _ => [(key, truth)],
        };
    }
}
