using Enrollment.Domain;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Review;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Review;

/// <summary>The holder of a case hands it, with its history, to the other authority, or to one outside this service, where it ends here.</summary>
internal sealed class TransferCase(ReviewCases cases, ReviewCommits commits, TimeProvider clock)
{
    private const int MaxBytes = 16 * 1024;
    private const string Outside = "Outside";

    [Function(nameof(TransferCase))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/cases/{id}/transfer")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => TransferAsync(request, id, cancellationToken));

    private async Task<IResult> TransferAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var found = await cases.FindVersionAsync(request, id, cancellationToken);
        if (found is FoundCase.Refused refused)
            return refused.Answer;
        var (staff, stored) = (FoundCase.Found)found;
        var read = await StrictJson.ReadAsync<Body>(request, MaxBytes, cancellationToken);
        if (read is JsonRead<Body>.Refused unread)
            return Problems.Of(request, unread.Faults);
        var fields = new FieldReader();
        var action = ActionOf(((JsonRead<Body>.Read)read).Value, fields);
        return fields.Faults.Count > 0
            ? Problems.Of(request, fields.Faults)
            : ReviewAnswers.Of(request, await commits.TryAsync(stored, staff, action!, cancellationToken), clock.GetUtcNow());
    }

    private static ReviewAction? ActionOf(Body body, FieldReader fields)
    {
        var reason = fields.Text(body.Reason, "$.reason");
        var note = body.Note is null ? null : fields.Text(body.Note, "$.note", DecisionReading.MaxNote);
        if (body.To == Outside)
        {
            var name = fields.Text(body.Name, "$.name");
            return reason is null || name is null ? null : new ReviewAction.TransferOut(name, new Grounds(reason, note));
        }
        fields.RefuseIf(body.Name is not null, FaultCode.UnknownValue, "$.name");
        return fields.Choice<Authority>(body.To, "$.to") is { } to && reason is not null ? new ReviewAction.HandOver(to, new Grounds(reason, note)) : null;
    }

    private sealed record Body(string? To, string? Name, string? Reason, string? Note)
    {
        public override string ToString() => $"Body {{ {To}, {Reason} }}";
    }
}
