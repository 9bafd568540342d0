using Enrollment.Domain;
using Enrollment.Domain.Review;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>Reads a decision: the action, or everything that is wrong with the body. Closed.</summary>
internal abstract record DecisionReading
{
    internal const int MaxNote = 1000;

    private const int MaxPapers = 50;

    private DecisionReading()
    {
    }

    public sealed record Read(ReviewAction Action) : DecisionReading;

    public sealed record Refused(IReadOnlyList<Fault> Faults) : DecisionReading;

    public static DecisionReading Of(JsonRead<DecisionBody> json) => json switch
    {
        JsonRead<DecisionBody>.Refused refused => new Refused(refused.Faults),
        JsonRead<DecisionBody>.Read read => Of(read.Value),
        _ => throw new InvalidOperationException("JsonRead is closed."),
    };

    private static DecisionReading Of(DecisionBody body)
    {
        var fields = new FieldReader();
        var action = fields.Choice<DecisionKind>(body.Kind, "$.kind") is { } kind ? ActionOf(kind, body, fields) : null;
        return fields.Faults.Count > 0 ? new Refused(fields.Faults) : new Read(action!);
    }

    private static ReviewAction? ActionOf(DecisionKind kind, DecisionBody body, FieldReader fields) => kind switch
    {
        DecisionKind.ConfirmCheck => CheckOf(CheckVerdict.Confirmed, body, fields),
        DecisionKind.RejectCheck => CheckOf(CheckVerdict.Rejected, body, fields),
        DecisionKind.WaiveCheck => CheckOf(CheckVerdict.Waived, body, fields),
        DecisionKind.Establish => (Category(body, fields), Grounds(body, fields)) is ({ } category, { } grounds) ? new ReviewAction.Establish(category, grounds) : null,
        DecisionKind.ProposeRefusal => RefusalOf(body, fields),
        DecisionKind.ConfirmRefusal => new ReviewAction.ConfirmRefusal(Note(body, fields)),
        DecisionKind.RejectRefusal => new ReviewAction.RejectRefusal(Note(body, fields)),
        DecisionKind.RequestCorrection => PapersOf(body, fields),
        DecisionKind.Defer => Explained(body, fields) is { } grounds ? new ReviewAction.Defer(grounds) : null,
        DecisionKind.ProposeVoid => Explained(body, fields) is { } grounds ? new ReviewAction.ProposeVoid(grounds) : null,
        DecisionKind.ConfirmVoid => new ReviewAction.ConfirmVoid(Note(body, fields)),
        DecisionKind.RejectVoid => new ReviewAction.RejectVoid(Note(body, fields)),
        DecisionKind.UpholdDecision => Explained(body, fields) is { } grounds ? new ReviewAction.UpholdDecision(grounds) : null,
        DecisionKind.ChangeDecision => (Category(body, fields), Explained(body, fields)) is ({ } category, { } grounds) ? new ReviewAction.ChangeDecision(category, grounds) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ReviewAction.DecideCheck? CheckOf(CheckVerdict verdict, DecisionBody body, FieldReader fields)
    {
        var (department, grounds) = (fields.Choice<Department>(body.Department, "$.department"), Grounds(body, fields));
        fields.RefuseIf(body.Rules is not { Count: > 0 }, FaultCode.Required, "$.rules");
        var rules = (body.Rules ?? []).Take(Enum.GetValues<RuleId>().Length).Select((rule, index) => fields.Choice<RuleId>(rule, $"$.rules[{index}]")).ToList();
        return department is { } asked && grounds is not null && rules.TrueForAll(rule => rule is not null)
            ? new ReviewAction.DecideCheck(asked, verdict, [.. rules.Select(rule => rule!.Value)], grounds)
            : null;
    }

    private static ReviewAction.ProposeRefusal? RefusalOf(DecisionBody body, FieldReader fields)
    {
        var (rule, grounds) = (fields.Choice<RuleId>(body.Rule, "$.rule"), Explained(body, fields));
        var instead = body.Category is null ? null : fields.Choice<CategoryCode>(body.Category, "$.category");
        return rule is { } cited && grounds is not null ? new ReviewAction.ProposeRefusal(cited, instead, grounds) : null;
    }

    private static ReviewAction.AskForPapers PapersOf(DecisionBody body, FieldReader fields)
    {
        var defects = body.Defects?.Take(Enum.GetValues<RuleId>().Length).Select((defect, index) => new OpenPoint(
            defect.Rule is null ? null : fields.Choice<RuleId>(defect.Rule, $"$.defects[{index}].rule"), MissMeaning.Evidence,
            [.. (defect.Papers ?? []).Take(MaxPapers).Select((paper, at) => fields.Text(paper, $"$.defects[{index}].papers[{at}]")).OfType<string>()])).ToList();
        return new ReviewAction.AskForPapers(defects, Note(body, fields));
    }

    private static CategoryCode? Category(DecisionBody body, FieldReader fields) => fields.Choice<CategoryCode>(body.Category, "$.category");

    private static Grounds? Grounds(DecisionBody body, FieldReader fields)
    {
        var (reason, note) = (fields.Text(body.Reason, "$.reason"), Note(body, fields));
        return reason is null ? null : new Grounds(reason, note);
    }

    // What weighs on a family is explained in words, besides the code.
    private static Grounds? Explained(DecisionBody body, FieldReader fields)
    {
        fields.RefuseIf(body.Note is null, FaultCode.Required, "$.note");
        return Grounds(body, fields);
    }

    private static string? Note(DecisionBody body, FieldReader fields) => body.Note is null ? null : fields.Text(body.Note, "$.note", MaxNote);
}
